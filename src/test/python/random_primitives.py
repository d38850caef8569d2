"""Golden cases with arguments drawn at random, for every primitive: run
`python3 src/test/python/random_primitives.py [CASES [SEED [FOLDER]]]` at the top of the repository.

Made with torch 2.15.0. What PyTorch takes is computed, forward and backward; what it refuses is recorded as refused, so
that the two agree on what is sound. The first cases are not drawn: each was once called sound and not run.
"""

import pathlib
import random
import sys

import torch

from golden import write
from primitives import EXAMPLES, module

ONCE_NOT_RUN = [
    ("ConvTranspose2d", {"out_channels": 2, "kernel_size": 1, "stride": 3}, [[1, 2, 3, 3]]),
    ("ConvTranspose2d", {"out_channels": 2, "kernel_size": 2, "stride": 4}, [[2, 2, 2, 3]]),
    ("ConvTranspose2d", {"out_channels": 2, "kernel_size": 3, "stride": 4, "padding": 1}, [[1, 2, 3, 3]]),
    ("ConvTranspose2d", {"out_channels": 2, "kernel_size": 3, "stride": 3, "padding": 2}, [[1, 2, 4, 3]]),
    ("ConvTranspose2d", {"out_channels": 4, "kernel_size": 2, "stride": 2, "padding": 2, "groups": 2}, [[1, 2, 4, 4]]),
    ("ConvTranspose2d", {"out_channels": 1, "kernel_size": 1, "padding": 2}, [[1, 1, 6, 7]]),
    ("MaxPool2d", {"kernel_size": 3, "dilation": 5}, [[1, 2, 16, 16]]),
    ("MaxPool2d", {"kernel_size": 2, "stride": 7, "dilation": 2}, [[1, 1, 9, 12]]),
    ("ZeroPad2d", {"padding": -2}, [[1, 1, 6, 7]]),
    ("ZeroPad2d", {"padding": [-3, 4, -2, -2], "channels": [-2, 0]}, [[1, 3, 6, 7]]),
]


class Draw:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def int(self, low, high):
        return self.random.randint(low, high)

    def pair(self, low, high):
        return self.int(low, high) if self.random.random() < 0.5 else [self.int(low, high), self.int(low, high)]

    def bool(self):
        return self.random.random() < 0.5

    def of(self, *choices):
        return self.random.choice(choices)

    def some(self, params):
        """Leaves out about a third of what has a default."""
        return {name: value for name, value in params.items() if self.random.random() < 0.7}

    def image(self, channels=None, least=1, most=9):
        return [self.int(1, 2), channels or self.int(1, 6), self.int(least, most), self.int(least, most)]

    def any(self, most=5):
        return [self.int(1, 2)] + [self.int(1, most) for _ in range(self.int(1, 3))]


def convolution(d, transposed=False):
    groups = d.of(1, 1, 1, 2, 3)
    options = {"stride": d.pair(1, 4), "padding": d.pair(0, 3), "dilation": d.pair(1, 3), "bias": d.bool()}
    if transposed:
        options["output_padding"] = d.pair(0, 2)
    params = {"out_channels": groups * d.int(1, 3), "kernel_size": d.pair(1, 4), "groups": groups, **d.some(options)}
    return params, [d.image(groups * d.int(1, 2))]


def conv1d(d):
    groups = d.of(1, 1, 2)
    options = {"stride": d.int(1, 3), "padding": d.int(0, 3), "dilation": d.int(1, 3), "bias": d.bool()}
    params = {"out_channels": groups * d.int(1, 3), "kernel_size": d.int(1, 4), "groups": groups, **d.some(options)}
    return params, [[d.int(1, 2), groups * d.int(1, 2), d.int(1, 9)]]


def pool(d, more):
    kernel = d.pair(1, 4)
    options = {"stride": d.pair(1, 5), "padding": d.pair(0, 2), "ceil_mode": d.bool(), **more}
    return {"kernel_size": kernel, **d.some(options)}, [d.image(least=2, most=12)]


def upsample(d):
    params = d.of({"scale_factor": d.of(0.3, 0.5, 0.75, 1.2, 1.5, 1.9, 2, 2.7, 3)}, {"size": d.pair(1, 9)})
    params["mode"] = d.of("nearest", "bilinear")
    if params["mode"] == "bilinear":
        params["align_corners"] = d.bool()
    return params, [d.image(most=7)]


def group_norm(d):
    groups = d.int(1, 3)
    shape = [d.int(1, 2), groups * d.int(1, 3)] + [d.int(2, 4) for _ in range(d.int(1, 2))]
    return {"num_groups": groups, **d.some({"eps": d.of(1e-5, 1e-3, 0.1)})}, [shape]


def layer_norm(d):
    shape = [d.int(1, 2)] + [d.int(2, 4) for _ in range(d.int(1, 3))]
    return {"dims": d.int(1, len(shape) - 1)}, [shape]


def axis_of(d, shape):
    axis = d.int(1, len(shape) - 1)
    return axis if d.bool() else axis - len(shape)


def along(d, key, more=None):
    shape = d.any()
    return {key: axis_of(d, shape), **(more or {})}, [shape]


def reduction(d):
    shape = [d.int(1, 2)] + [d.int(1, 5) for _ in range(d.int(2, 3))]
    return {"axis": axis_of(d, shape), **d.some({"keepdim": d.bool()})}, [shape]


def combined(d, most):
    shape = d.any(4)
    shapes = [[shape[0]] + [size if d.int(0, 3) else 1 for size in shape[1:]] for _ in range(d.int(2, most))]
    return {}, shapes


def concat(d):
    shape = d.any(4)
    axis = axis_of(d, shape)
    shapes = []
    for _ in range(d.int(2, 4)):
        one = list(shape)
        one[axis] = d.int(1, 4)
        shapes.append(one)
    return {"axis": axis}, shapes


def split(d):
    shape, sections = d.any(3), d.int(1, 4)
    axis = axis_of(d, shape)
    shape[axis] *= sections
    return {"sections": sections, "axis": axis}, [shape]


def slice_(d):
    shape = d.any(6)
    axis = axis_of(d, shape)
    start = d.int(0, shape[axis] - 1)
    end = d.int(start + 1, shape[axis])
    params = {"axis": axis % len(shape), "start": start - shape[axis] if d.bool() else start, "step": d.int(1, 3)}
    if end < shape[axis] or d.bool():
        params["end"] = end
    return params, [shape]


def reshape(d):
    shape = d.any(4)
    sizes = shape[1:]
    d.random.shuffle(sizes)
    if d.bool():
        sizes[d.int(0, len(sizes) - 1)] = -1
    return {"shape": sizes}, [shape]


def flatten(d):
    shape = d.any()
    start = d.int(1, len(shape) - 1)
    end = d.int(start, len(shape) - 1)
    return d.some({"start_dim": start, "end_dim": end if d.bool() else end - len(shape)}) if start == 1 else {
        "start_dim": start,
        "end_dim": end,
    }, [shape]


def permute(d):
    shape = d.any()
    dims = list(range(1, len(shape)))
    d.random.shuffle(dims)
    return {"dims": [0, *dims]}, [shape]


def pad(d):
    params = {"padding": d.int(-2, 3) if d.bool() else [d.int(-3, 3) for _ in range(4)]}
    return {**params, **d.some({"channels": [d.int(-1, 2), d.int(-1, 2)]})}, [d.image(most=7)]


def prelu(d):
    shape = d.any()
    return {"num_parameters": d.of(1, shape[1])}, [shape]


def tile(d):
    shape = [d.int(1, 2), d.int(1, 4)]
    return {"size": d.pair(1, 4)}, [shape if d.bool() else [*shape, 1, 1]]


DRAWN = {
    "Input": lambda d: (lambda shape: ({"shape": shape[1:]}, [shape]))(d.any()),
    "Conv2d": convolution,
    "Conv1d": conv1d,
    "ConvTranspose2d": lambda d: convolution(d, True),
    "Linear": lambda d: ({"out_features": d.int(1, 5), **d.some({"bias": d.bool()})}, [d.any()]),
    "BatchNorm2d": lambda d: (d.some({"eps": d.of(1e-5, 1e-3), "momentum": d.of(0.0, 0.01, 1.0)}), [d.image(least=2, most=4)]),
    "GroupNorm": group_norm,
    "LayerNorm": layer_norm,
    "MaxPool2d": lambda d: pool(d, {"dilation": d.pair(1, 4)}),
    "AvgPool2d": lambda d: pool(d, {"count_include_pad": d.bool()}),
    "AdaptiveAvgPool2d": lambda d: ({"output_size": d.pair(1, 7)}, [d.image(most=7)]),
    "AdaptiveMaxPool2d": lambda d: ({"output_size": d.pair(1, 7)}, [d.image(most=7)]),
    "Upsample": upsample,
    "ZeroPad2d": pad,
    "Add": lambda d: combined(d, 4),
    "Subtract": lambda d: combined(d, 2),
    "Multiply": lambda d: combined(d, 4),
    "Concat": concat,
    "Split": split,
    "Slice": slice_,
    "ChannelShuffle": lambda d: (lambda g: ({"groups": g}, [d.image(g * d.int(1, 3), most=4)]))(d.int(1, 4)),
    "AddCoords": lambda d: (d.some({"with_r": d.bool()}), [d.image(most=5)]),
    "Mean": reduction,
    "Max": reduction,
    "Reshape": reshape,
    "Flatten": flatten,
    "Permute": permute,
    "Tile": tile,
    "LeakyReLU": lambda d: ({"negative_slope": d.of(-0.5, 0.01, 0.3)}, [d.any()]),
    "PReLU": prelu,
    "ELU": lambda d: ({"alpha": d.of(0.3, 1.0, 1.7)}, [d.any()]),
    "Softmax": lambda d: along(d, "axis"),
    "Dropout": lambda d: ({"p": d.of(0.0, 0.5, 1.0)}, [d.any()]),
    "DropBlock": lambda d: ({"block_size": d.int(1, 4), "drop_prob": d.of(0.0, 0.3)}, [d.image(most=6)]),
}
for plain in ["Output", "Identity", "ReLU", "ReLU6", "SiLU", "Sigmoid", "Hardsigmoid", "Hardswish", "Tanh", "GELU"]:
    DRAWN[plain] = lambda d: ({}, [d.any()])
assert set(DRAWN) == set(EXAMPLES)
# Many arguments, many ways to be wrong.
OFTEN = ["Conv2d", "ConvTranspose2d", "ConvTranspose2d", "MaxPool2d", "MaxPool2d", "AvgPool2d", "Upsample", "ZeroPad2d"]


def takes(layer, inputs):
    """Whether PyTorch computes it; what is empty or asks for a smaller side than 1 it refuses, or should."""
    try:
        results = layer(*[torch.ones(shape) for shape in inputs])
    except (RuntimeError, ValueError, IndexError):
        return False
    results = results if isinstance(results, (list, tuple)) else [results]
    return all(result.numel() for result in results)


def drawn(count, seed):
    d = Draw(seed)
    kinds = sorted(DRAWN)
    for index in range(count):
        if index < len(ONCE_NOT_RUN):
            yield ONCE_NOT_RUN[index]
        else:
            kind = kinds[index % len(kinds)] if index % 2 else d.of(*OFTEN)
            yield (kind, *DRAWN[kind](d))


def main(count=200, seed=1, folder="src/test/resources/golden-extra/primitives-random"):
    cases, refused = [], []
    for index, (kind, params, inputs) in enumerate(drawn(int(count), int(seed))):
        case = {"name": f"{index:04d}-{kind}".lower(), "type": kind, "params": params, "inputs": inputs}
        case["random"] = kind in ("Dropout", "DropBlock")
        case["spread"] = 3 if kind == "ReLU6" else 1.5 if kind.startswith("Hard") else 1
        try:
            layer = module(kind, params, inputs)
        except ValueError:
            layer = None
        if layer is not None and takes(layer, inputs):
            cases.append((case, layer))
        else:
            refused.append({"type": kind, "params": params, "inputs": inputs})
    write(folder, cases, refused)
    print(f"{len(cases)} computed, {len(refused)} refused in {pathlib.Path(folder)} by torch {torch.__version__}")


if __name__ == "__main__":
    main(*sys.argv[1:])
