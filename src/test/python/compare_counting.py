"""Compares `./convas count --convention` with what the tools print: run at the top of the repository, after a build,
`python3 src/test/python/compare_counting.py [--write] [PRESET ...]`; `--write` keeps what the tools print for the tests.

Needs torch, thop, ptflops, fvcore and torchinfo (docs/counting.md names the versions that were compared). Every primitive
with the arguments of the golden cases, then every preset, is written with torch.nn's modules: what has no module (sums,
products, means, slices) stands as an expression, as people write it (`a + b`, `x.mean(1)`). Nothing may differ by one.
"""

import contextlib
import io
import json
import math
import pathlib
import subprocess
import sys
import tempfile

import torch
from torch import nn
from torch.nn import functional

from primitives import add_coords, four, product, sliced, tile

ROOT = pathlib.Path(__file__).parents[3]
GOLDEN = ROOT / "src/test/resources/golden-extra"
CONVENTIONS = ["fvcore", "thop", "ptflops-pytorch", "ptflops-aten", "torchinfo", "macs"]


def tuples(arguments):
    return {name: tuple(value) if isinstance(value, list) else value for name, value in arguments.items()}


def only(arguments, *names):
    return {name: arguments[name] for name in names if name in arguments}


def module(kind, shape, arguments):
    """torch.nn's module, or None where there is none; `shape` is the first input's, without the batch."""
    a = tuples(arguments)
    if kind in ("Conv1d", "Conv2d", "ConvTranspose2d"):
        return getattr(nn, kind)(shape[0], **a)
    if kind == "Linear":
        return nn.Linear(shape[-1], **a)
    if kind == "BatchNorm2d":
        return nn.BatchNorm2d(shape[0], **a)
    if kind == "GroupNorm":
        return nn.GroupNorm(num_channels=shape[0], **a)
    if kind == "LayerNorm":
        return nn.LayerNorm(shape[-a["dims"] :], a["eps"])
    if kind == "Softmax":
        return nn.Softmax(a["axis"] % (len(shape) + 1))
    if kind == "Upsample":
        align = {"align_corners": a["align_corners"]} if a["mode"] == "bilinear" else {}
        return nn.Upsample(mode=a["mode"], **only(a, "scale_factor", "size"), **align)
    if kind == "ZeroPad2d" and not any(a["channels"]):
        return nn.ZeroPad2d(tuple(four(a["padding"])) if len(a["padding"]) > 1 else a["padding"][0])
    if kind in ("DropBlock", "Output", "Input"):
        return nn.Identity()
    if kind in EXPRESSIONS:
        return None
    return getattr(nn, kind)(**a)


EXPRESSIONS = {
    "Add": lambda a: lambda *x: sum(x[1:], x[0]),
    "Subtract": lambda a: lambda x, y: x - y,
    "Multiply": lambda a: lambda *x: product(x),
    "Concat": lambda a: lambda *x: torch.cat(x, a["axis"]),
    "Split": lambda a: lambda x: torch.tensor_split(x, a["sections"], a["axis"]),
    "Slice": lambda a: sliced(a["axis"], a["start"], a.get("end"), a["step"]).forward,
    "ChannelShuffle": lambda a: lambda x: x.reshape(x.shape[0], a["groups"], -1, *x.shape[2:]).transpose(1, 2).reshape(x.shape),
    "AddCoords": lambda a: add_coords(a["with_r"]).forward,
    "Mean": lambda a: lambda x: x.mean(a["axis"], a["keepdim"]),
    "Max": lambda a: lambda x: x.max(a["axis"], a["keepdim"]).values,
    "Reshape": lambda a: lambda x: x.reshape([x.shape[0], *a["shape"]]),
    "Permute": lambda a: lambda x: x.permute(a["dims"]),
    "Tile": lambda a: lambda x: tile(x, a["size"]),
    "ZeroPad2d": lambda a: lambda x: functional.pad(x, (*(four(a["padding"]) if len(a["padding"]) > 1 else a["padding"] * 4), *a["channels"])),
}


class Net(nn.Module):
    """A program of `count --json --details`, step by step; weights of one name are one module."""

    def __init__(self, rows):
        super().__init__()
        self.plan = []
        self.inputs = []
        shapes, modules = {}, {}
        for index, row in enumerate(rows):
            several = row["output"] and isinstance(row["output"][0], list)
            for port, shape in enumerate(row["output"] if several else [row["output"]]):
                shapes[f"{row['path']}:{port}" if several else row["path"]] = shape
            if row["type"] == "Input":
                self.inputs.append(row["path"])
                continue
            first = shapes[row["inputs"][0]]
            key = tuple(row["weights"])
            made = modules.get(key) or module(row["type"], first, row["arguments"])
            if made is None:
                self.plan.append((row, EXPRESSIONS[row["type"]](row["arguments"])))
                continue
            if key and key not in modules:
                modules[key] = made
            if made not in self.children():
                self.add_module(f"m{index}", made)
            self.plan.append((row, made))
        self.shapes = {path: shapes[path] for path in self.inputs}

    def tensors(self):
        return [torch.randn(1, *self.shapes[path]) for path in self.inputs]

    def forward(self, *given, **named):
        held = dict(zip(self.inputs, given or [named[f"x{index}"] for index in range(len(self.inputs))]))
        result = given[0] if given else named["x0"]
        for row, call in self.plan:
            result = call(*[held[path] for path in row["inputs"]])
            if isinstance(result, tuple):
                held.update({f"{row['path']}:{port}": part for port, part in enumerate(result)} if len(result) > 1 else {row["path"]: result[0]})
            else:
                held[row["path"]] = result
        return result


def fvcore(make):
    from fvcore.nn import FlopCountAnalysis

    net = make()
    analysis = FlopCountAnalysis(net, tuple(net.tensors()))
    analysis.unsupported_ops_warnings(False).uncalled_modules_warnings(False).tracer_warnings("none")
    return analysis.total()


def thop(make):
    from thop import profile

    net = make()
    return profile(net, tuple(net.tensors()), verbose=False)[0]


def ptflops(backend):
    def count(make):
        from ptflops import get_model_complexity_info

        net = make()
        named = {f"x{index}": tensor for index, tensor in enumerate(net.tensors())}
        return get_model_complexity_info(
            net, (1,), as_strings=False, print_per_layer_stat=False, backend=backend, input_constructor=lambda shape: named
        )[0]

    return count


def torchinfo(make):
    from torchinfo import summary

    net = make()
    return summary(net, input_data=net.tensors(), verbose=0, mode="eval").total_mult_adds


def macs(make):
    from torch.utils.flop_counter import FlopCounterMode

    net = make()
    with FlopCounterMode(display=False) as counter:
        net(*net.tensors())
    return counter.get_total_flops() // 2


TOOLS = dict(zip(CONVENTIONS, [fvcore, thop, ptflops("pytorch"), ptflops("aten"), torchinfo, macs]))


def printed(tool, rows):
    quiet = io.StringIO()
    with torch.no_grad(), contextlib.redirect_stdout(quiet), contextlib.redirect_stderr(quiet):
        count = TOOLS[tool](lambda: Net(rows).eval())
    if count is None or not float(count).is_integer():
        raise AssertionError(f"{tool} gave {count}: {quiet.getvalue()[-2000:]}")
    return int(count)


def convas(design, convention, details=True):
    command = [str(ROOT / "convas"), "count", str(design), "--json", "--convention", convention, *(["--details"] if details else [])]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def primitives():
    """All golden cases with one sample, side by side in one design; (case's id, its rows) for each."""
    nodes, edges, cases = [], [], {}
    for folder in ["primitives", "primitives-random"]:
        for number, case in enumerate(json.loads((GOLDEN / folder / "cases.json").read_text())):
            if case["type"] in ("Input", "Output"):
                continue
            name = f"{folder.replace('-', '_')}_{number}"
            cases[name] = case
            nodes.append({"id": name, "type": case["type"], "params": case["params"]})
            for port, shape in enumerate(case["inputs"]):
                nodes.append({"id": f"{name}_in{port}", "type": "Input", "params": {"shape": shape[1:]}})
                edges.append({"from": f"{name}_in{port}", "to": f"{name}:{port}" if len(case["inputs"]) > 1 else name})
    nodes.append({"id": "out", "type": "Output"})
    edges.append({"from": "primitives_0", "to": "out"})
    design = {"format": "convas-design", "version": 1, "name": "primitives", "nodes": nodes, "edges": edges}
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as file:
        json.dump(design, file)
    return pathlib.Path(file.name), cases


def compare_primitives(figures):
    design, cases = primitives()
    wrong = 0
    kinds = set()
    for convention in CONVENTIONS:
        rows = {row["path"]: row for row in convas(design, convention)["nodes"]}
        for name, case in cases.items():
            mine = [rows[f"{name}_in{port}"] for port in range(len(case["inputs"]))] + [rows[name]]
            found, expected = rows[name]["count"], printed(convention, mine)
            kinds.add(case["type"])
            figures.setdefault(name, []).append(expected)
            if found != expected:
                wrong += 1
                print(f"{convention}: {case['type']} {case['params']} {case['inputs']}: Convas {found}, the tool {expected}")
    design.unlink()
    print(f"{len(cases)} cases of {len(kinds)} primitives, {len(CONVENTIONS)} ways to count: {wrong} differ")
    return wrong


def compare_preset(path, figures):
    line, wrong = [], 0
    for convention in CONVENTIONS:
        found = convas(path, convention)
        expected = printed(convention, found["nodes"])
        figures.setdefault(path.stem, []).append(expected)
        line.append(f"{expected:,}" if found["count"] == expected else f"{expected:,} (Convas {found['count']:,})")
        wrong += found["count"] != expected
    print(f"| {path.stem} | " + " | ".join(line) + " |", flush=True)
    return wrong


def main(names, write):
    torch.manual_seed(1)
    figures, wrong = {"conventions": CONVENTIONS, "primitives": {}, "presets": {}}, 0
    if not names:
        wrong += compare_primitives(figures["primitives"])
    print("| preset | " + " | ".join(CONVENTIONS) + " |", flush=True)
    for name in names or sorted(path.stem for path in (ROOT / "presets").glob("*.json")):
        wrong += compare_preset(ROOT / "presets" / f"{name}.json", figures["presets"])
    if write:
        text = json.dumps(figures)
        for sign in ('"primitives"', '"presets"', '], "'):
            text = text.replace(sign, sign.replace('"', '\n"', 1))
        (ROOT / "src/test/resources/reference/counting-tools.json").write_text(text + "\n")
    return min(1, wrong)


if __name__ == "__main__":
    sys.exit(main([name for name in sys.argv[1:] if name != "--write"], "--write" in sys.argv))
