"""Writes golden cases: what PyTorch computes for given parameters, inputs, weights and upstream gradients.

One compressed NAME.npz per case and one cases.json. Arrays: `input.N`; `weight.PATH` (parameters and running
statistics); `cotangent.N` (dL/d output N); `output.eval.N`; `output.train.N`; `grad.input.N` and `grad.PATH` (training
mode); `after.PATH` (running statistics after that one forward in training mode). Where a case has one output, the `.0`
is left out of the names of outputs and cotangents.
"""

import io
import json
import pathlib
import zipfile

import numpy
import torch


def shaped(value):
    return value if isinstance(value, (list, tuple)) else [value]


def numbered(prefix, arrays):
    if len(arrays) == 1:
        return {prefix: arrays[0]}
    return {f"{prefix}.{index}": array for index, array in enumerate(arrays)}


def random_inputs(case, generator):
    """Values away from the kinks of activations and from ties, so that float32 rounding decides nothing."""
    inputs = []
    for shape in case["inputs"]:
        count = int(numpy.prod(shape))
        ranks = torch.randperm(count, generator=generator).float()
        values = (ranks + 0.5) / count * 6 - 3 + 0.0137
        inputs.append((values * case.get("spread", 1)).reshape(shape))
    return inputs


def settle(module, generator):
    """Gives every weight and statistic a value of its own that is neither 0 nor 1."""
    with torch.no_grad():
        for name, tensor in module.state_dict().items():
            if name.endswith("num_batches_tracked"):
                continue
            values = torch.rand(tensor.shape, generator=generator)
            if name.endswith("running_var"):
                tensor.copy_(values + 0.5)
            else:
                tensor.copy_((values - 0.5) * 1.2 + (1 if tensor.dim() == 1 and name.endswith("weight") else 0))


def run(case, module):
    """The arrays of one case, and its entry for cases.json."""
    generator = torch.Generator().manual_seed(sum(map(ord, case["name"])))
    settle(module, generator)
    inputs = random_inputs(case, generator)
    arrays = {f"input.{index}": value for index, value in enumerate(inputs)}
    state = {
        name: tensor.clone()
        for name, tensor in module.state_dict().items()
        if not name.endswith("num_batches_tracked")
    }
    arrays.update({f"weight.{name}": tensor for name, tensor in state.items()})
    module.eval()
    with torch.no_grad():
        outputs = shaped(module(*inputs))
    arrays.update(numbered("output.eval", outputs))
    if not case.get("random"):
        module.train()
        leaves = [value.clone().requires_grad_(True) for value in inputs]
        results = shaped(module(*leaves))
        cotangents = [torch.randn(result.shape, generator=generator) for result in results]
        torch.autograd.backward(results, cotangents)
        arrays.update(numbered("cotangent", cotangents))
        arrays.update(numbered("output.train", results))
        arrays.update({f"grad.input.{index}": leaf.grad for index, leaf in enumerate(leaves)})
        arrays.update({f"grad.{name}": parameter.grad for name, parameter in module.named_parameters()})
        arrays.update(
            {f"after.{name}": tensor for name, tensor in module.state_dict().items() if "running_" in name}
        )
    entry = {
        "name": case["name"],
        "type": case["type"],
        "params": case["params"],
        "inputs": case["inputs"],
        "output": list(outputs[0].shape),
        "parameters": sum(parameter.numel() for parameter in module.parameters()),
    }
    if len(outputs) > 1:
        entry["outputs"] = [list(output.shape) for output in outputs]
    if case.get("random"):
        entry["random"] = True
    return arrays, entry


def save(path, arrays):
    """An npz that is the same byte for byte each time: numpy's own bears the time of day."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, tensor in arrays.items():
            buffer = io.BytesIO()
            numpy.save(buffer, numpy.ascontiguousarray(tensor.detach().numpy()))
            info = zipfile.ZipInfo(name + ".npy", date_time=(2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, buffer.getvalue())


def write(folder, cases, refused=()):
    """Runs (case, module) pairs into a folder; refused are cases that PyTorch was seen to refuse."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.npz"):
        old.unlink()
    entries = []
    for case, module in cases:
        arrays, entry = run(case, module)
        save(folder / f"{case['name']}.npz", arrays)
        entries.append(entry)
    lines = ",\n".join("  " + json.dumps(entry) for entry in entries)
    (folder / "cases.json").write_text("[\n" + lines + "\n]\n")
    if refused:
        lines = ",\n".join("  " + json.dumps(entry) for entry in refused)
        (folder / "refused.json").write_text("[\n" + lines + "\n]\n")
