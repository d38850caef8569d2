"""Golden cases for every primitive: run `python3 src/test/python/primitives.py` at the top of the repository.

Made with Debian's python3-torch (1.13). Also tries the cases that PyTorch refuses, and records them as refused.
"""

import torch
from torch import nn
from torch.nn import functional

from golden import write


class Call(nn.Module):
    """A function of tensors as a module."""

    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, *inputs):
        return self.function(*inputs)


def add_coords(with_r):
    def call(x):
        batch, _, height, width = x.shape
        across = torch.linspace(-1, 1, width).reshape(1, 1, 1, width).expand(batch, 1, height, width)
        down = torch.linspace(-1, 1, height).reshape(1, 1, height, 1).expand(batch, 1, height, width)
        maps = [x, across, down]
        if with_r:
            maps.append(torch.sqrt(across**2 + down**2))
        return torch.cat(maps, 1)

    return Call(call)


def sliced(axis, start, end, step):
    index = [slice(None)] * axis + [slice(start, end, step)]
    return Call(lambda x: x[tuple(index)])


def layers(kind):
    """PyTorch's layer for a case: what the input tells is read from its first input's shape."""

    def conv(shape, p):
        options = dict(p)
        return getattr(nn, kind)(in_channels=shape[1], **options)

    return {
        "Input": lambda shape, p: nn.Identity(),
        "Output": lambda shape, p: nn.Identity(),
        "Conv2d": conv,
        "Conv1d": conv,
        "ConvTranspose2d": conv,
        "Linear": lambda shape, p: nn.Linear(shape[-1], **p),
        "BatchNorm2d": lambda shape, p: nn.BatchNorm2d(shape[1], **p),
        "GroupNorm": lambda shape, p: nn.GroupNorm(num_channels=shape[1], **p),
        "LayerNorm": lambda shape, p: nn.LayerNorm(shape[-p.get("dims", 1) :], **{k: v for k, v in p.items() if k != "dims"}),
        "Softmax": lambda shape, p: nn.Softmax(p.get("axis", 1)),
        "AdaptiveAvgPool2d": lambda shape, p: nn.AdaptiveAvgPool2d(p["output_size"]),
        "AdaptiveMaxPool2d": lambda shape, p: nn.AdaptiveMaxPool2d(p["output_size"]),
        "Upsample": lambda shape, p: nn.Upsample(**p),
        "ZeroPad2d": lambda shape, p: Call(lambda x: functional.pad(x, (*four(p.get("padding", 0)), *p.get("channels", [0, 0])))),
        "Add": lambda shape, p: Call(lambda *x: sum(x[1:], x[0])),
        "Subtract": lambda shape, p: Call(lambda a, b: a - b),
        "Multiply": lambda shape, p: Call(lambda *x: product(x)),
        "Concat": lambda shape, p: Call(lambda *x: torch.cat(x, p.get("axis", 1))),
        "Split": lambda shape, p: Call(lambda x: torch.tensor_split(x, p.get("sections", 2), p.get("axis", 1))),
        "Slice": lambda shape, p: sliced(p.get("axis", 1), p.get("start", 0), p.get("end"), p.get("step", 1)),
        "ChannelShuffle": lambda shape, p: Call(lambda x: shuffled(x, p["groups"])),
        "AddCoords": lambda shape, p: add_coords(p.get("with_r", False)),
        "Mean": lambda shape, p: Call(lambda x: x.mean(p["axis"], p.get("keepdim", True))),
        "Max": lambda shape, p: Call(lambda x: x.max(p["axis"], p.get("keepdim", True)).values),
        "Reshape": lambda shape, p: Call(lambda x: x.reshape([x.shape[0], *p["shape"]])),
        "Flatten": lambda shape, p: nn.Flatten(**p),
        "Permute": lambda shape, p: Call(lambda x: x.permute(p["dims"])),
        "Tile": lambda shape, p: Call(lambda x: tile(x, p["size"])),
        "DropBlock": lambda shape, p: nn.Identity(),
    }.get(kind, lambda shape, p: getattr(nn, kind)(**p))


def shuffled(x, groups):
    """nn.ChannelShuffle, which has no derivative here; made sure that it gives the same."""
    batch, channels, *rest = x.shape
    result = x.reshape(batch, groups, channels // groups, *rest).transpose(1, 2).reshape(x.shape)
    assert torch.equal(result, nn.ChannelShuffle(groups)(x.detach()))
    return result


def four(padding):
    return padding if isinstance(padding, (list, tuple)) else [padding] * 4


def product(factors):
    result = factors[0]
    for factor in factors[1:]:
        result = result * factor
    return result


def tile(x, size):
    height, width = size if isinstance(size, (list, tuple)) else (size, size)
    return x.reshape(x.shape[0], -1, 1, 1).repeat(1, 1, height, width)


# type: list of (parameters, input shapes with the batch); edge cases among them
EXAMPLES = {
    "Input": [
        ({"shape": [1, 4, 3]}, [[2, 1, 4, 3]]),
        ({"shape": [5]}, [[2, 5]]),
        ({"shape": 7}, [[2, 7]]),
    ],
    "Output": [({}, [[2, 3]]), ({}, [[1, 2, 3, 4]]), ({}, [[2, 3, 2]])],
    "Conv2d": [
        ({"out_channels": 3, "kernel_size": 1}, [[2, 4, 3, 3]]),
        ({"out_channels": 4, "kernel_size": 3, "stride": 2, "padding": 1, "bias": False}, [[2, 3, 7, 6]]),
        ({"out_channels": 6, "kernel_size": [2, 4], "stride": [1, 2], "padding": [0, 3], "dilation": [3, 1], "groups": 2}, [[2, 4, 6, 5]]),
        ({"out_channels": 8, "kernel_size": 3, "padding": 5, "groups": 4}, [[1, 4, 1, 2]]),
        ({"out_channels": 2, "kernel_size": 4}, [[1, 2, 4, 4]]),
        ({"out_channels": 5, "kernel_size": 3, "padding": 1, "groups": 5, "bias": False}, [[2, 5, 4, 4]]),
    ],
    "Conv1d": [
        ({"out_channels": 1, "kernel_size": 3, "padding": 1, "bias": False}, [[2, 1, 8]]),
        ({"out_channels": 4, "kernel_size": 2, "stride": 3, "dilation": 2, "groups": 2}, [[2, 2, 9]]),
        ({"out_channels": 3, "kernel_size": 5}, [[1, 2, 5]]),
    ],
    "ConvTranspose2d": [
        ({"out_channels": 3, "kernel_size": 2, "stride": 2}, [[2, 4, 3, 2]]),
        ({"out_channels": 4, "kernel_size": 3, "stride": 2, "padding": 1, "output_padding": 1, "bias": False}, [[2, 2, 3, 4]]),
        ({"out_channels": 6, "kernel_size": [3, 2], "stride": [3, 2], "padding": [0, 1], "output_padding": [2, 0], "dilation": [1, 2], "groups": 2}, [[2, 4, 2, 3]]),
        ({"out_channels": 2, "kernel_size": 3, "padding": 3}, [[1, 2, 6, 7]]),
        ({"out_channels": 1, "kernel_size": 1, "stride": 3, "padding": 1, "output_padding": 2}, [[1, 1, 2, 2]]),
        ({"out_channels": 2, "kernel_size": 2, "stride": 4, "dilation": 3, "output_padding": 3}, [[1, 2, 2, 1]]),
    ],
    "Linear": [
        ({"out_features": 3}, [[2, 5]]),
        ({"out_features": 1, "bias": False}, [[2, 4]]),
        ({"out_features": 4}, [[2, 3, 2, 6]]),
    ],
    "BatchNorm2d": [
        ({}, [[2, 3, 4, 4]]),
        ({"eps": 0.001, "momentum": 0.01}, [[3, 2, 1, 2]]),
        ({"momentum": 1.0}, [[2, 1, 3, 2]]),
        ({"momentum": 0.0}, [[2, 2, 2, 2]]),
    ],
    "GroupNorm": [
        ({"num_groups": 2}, [[2, 4, 3, 2]]),
        ({"num_groups": 1, "eps": 0.01}, [[2, 3, 2, 2]]),
        ({"num_groups": 4}, [[2, 4, 3, 3]]),
        ({"num_groups": 2}, [[2, 4, 5]]),
    ],
    "LayerNorm": [
        ({}, [[2, 6]]),
        ({"dims": 3, "eps": 0.001}, [[2, 2, 3, 2]]),
        ({"dims": 2}, [[2, 2, 3, 4]]),
    ],
    "MaxPool2d": [
        ({"kernel_size": 2}, [[2, 2, 5, 4]]),
        ({"kernel_size": 3, "stride": 2, "padding": 1}, [[2, 2, 5, 6]]),
        ({"kernel_size": 3, "stride": 2, "ceil_mode": True}, [[1, 2, 6, 8]]),
        ({"kernel_size": 2, "stride": 3, "padding": 1, "ceil_mode": True}, [[1, 1, 5, 6]]),
        ({"kernel_size": [3, 2], "stride": [2, 1], "padding": [1, 0], "dilation": 2}, [[2, 2, 7, 6]]),
        ({"kernel_size": 2, "stride": 2, "dilation": 3, "padding": 1, "ceil_mode": True}, [[1, 2, 8, 7]]),
        ({"kernel_size": 1, "stride": 2}, [[1, 2, 5, 4]]),
        ({"kernel_size": 5, "stride": 1, "padding": 2}, [[1, 1, 4, 4]]),
        ({"kernel_size": 2, "ceil_mode": True}, [[1, 1, 1, 1]]),
    ],
    "AvgPool2d": [
        ({"kernel_size": 2}, [[2, 2, 4, 5]]),
        ({"kernel_size": 3, "stride": 2, "padding": 1, "count_include_pad": False}, [[2, 2, 5, 6]]),
        ({"kernel_size": 3, "stride": 2, "padding": 1, "ceil_mode": True}, [[1, 2, 6, 8]]),
        ({"kernel_size": [2, 3], "stride": [1, 2], "ceil_mode": True, "count_include_pad": False}, [[1, 1, 4, 6]]),
        ({"kernel_size": 2, "stride": 3, "padding": 1, "ceil_mode": True}, [[1, 1, 5, 6]]),
    ],
    "AdaptiveAvgPool2d": [
        ({"output_size": 1}, [[2, 3, 4, 5]]),
        ({"output_size": [2, 3]}, [[2, 2, 4, 6]]),
        ({"output_size": [3, 4]}, [[1, 2, 7, 5]]),
        ({"output_size": 4}, [[1, 1, 2, 3]]),
    ],
    "AdaptiveMaxPool2d": [
        ({"output_size": 1}, [[2, 3, 4, 5]]),
        ({"output_size": [3, 4]}, [[1, 2, 7, 5]]),
        ({"output_size": [2, 1]}, [[2, 2, 4, 3]]),
    ],
    "Upsample": [
        ({"scale_factor": 2}, [[2, 2, 3, 2]]),
        ({"size": [5, 7]}, [[1, 2, 3, 4]]),
        ({"scale_factor": 1.5}, [[1, 1, 3, 5]]),
        ({"scale_factor": 0.7}, [[1, 1, 9, 5]]),
        ({"scale_factor": 2, "mode": "bilinear"}, [[1, 2, 3, 2]]),
        ({"scale_factor": 1.3, "mode": "bilinear"}, [[1, 1, 5, 4]]),
        ({"scale_factor": 0.4, "mode": "bilinear"}, [[1, 1, 8, 9]]),
        ({"size": 5, "mode": "bilinear", "align_corners": True}, [[1, 2, 3, 4]]),
        ({"scale_factor": 2.5, "mode": "bilinear", "align_corners": True}, [[1, 1, 3, 5]]),
        ({"size": [2, 3], "mode": "bilinear"}, [[1, 1, 5, 7]]),
    ],
    "ZeroPad2d": [
        ({"padding": 1}, [[2, 2, 3, 2]]),
        ({"padding": [1, 0, 2, -1]}, [[1, 2, 3, 3]]),
        ({"channels": [1, 2]}, [[2, 2, 2, 2]]),
        ({"padding": [0, 1, 0, 1], "channels": [-1, 0]}, [[1, 2, 2, 2]]),
    ],
    "Add": [
        ({}, [[2, 3, 4, 4]] * 2),
        ({}, [[2, 3, 2, 2]] * 4),
        ({}, [[2, 3, 1, 1], [2, 3, 2, 3]]),
        ({}, [[2, 5], [2, 5]]),
    ],
    "Subtract": [
        ({}, [[2, 3, 4, 4]] * 2),
        ({}, [[2, 3, 2, 3], [2, 3, 1, 1]]),
        ({}, [[2, 1, 3], [2, 4, 1]]),
    ],
    "Multiply": [
        ({}, [[2, 3, 4, 4], [2, 3, 1, 1]]),
        ({}, [[2, 3, 4, 2], [2, 1, 4, 2]]),
        ({}, [[2, 4]] * 3),
    ],
    "Concat": [
        ({}, [[2, 3, 2, 2], [2, 1, 2, 2]]),
        ({"axis": -1}, [[2, 2, 3], [2, 2, 1], [2, 2, 2]]),
        ({"axis": 2}, [[2, 3, 1, 2], [2, 3, 4, 2]]),
    ],
    "Split": [
        ({}, [[2, 4, 2, 2]]),
        ({"sections": 3, "axis": 3}, [[2, 2, 2, 6]]),
        ({"sections": 1}, [[2, 3]]),
        ({"sections": 4, "axis": -2}, [[1, 2, 4, 1]]),
    ],
    "Slice": [
        ({"end": 2}, [[2, 4, 2, 2]]),
        ({"axis": 2, "step": 2}, [[2, 2, 5, 3]]),
        ({"axis": 3, "start": -3, "end": -1}, [[2, 1, 2, 4]]),
        ({"start": 1, "end": 4, "step": 2}, [[2, 4]]),
    ],
    "ChannelShuffle": [
        ({"groups": 3}, [[2, 12, 2, 2]]),
        ({"groups": 1}, [[1, 3, 2, 2]]),
        ({"groups": 4}, [[1, 4, 3, 1]]),
    ],
    "AddCoords": [
        ({}, [[2, 1, 3, 4]]),
        ({"with_r": True}, [[2, 2, 3, 2]]),
        ({"with_r": True}, [[1, 1, 1, 3]]),
        ({}, [[1, 2, 1, 1]]),
    ],
    "Mean": [
        ({"axis": 1}, [[2, 3, 2, 2]]),
        ({"axis": 3, "keepdim": False}, [[2, 3, 2, 4]]),
        ({"axis": -2}, [[2, 3, 4]]),
    ],
    "Max": [
        ({"axis": 1}, [[2, 3, 2, 2]]),
        ({"axis": 3, "keepdim": False}, [[2, 3, 2, 4]]),
        ({"axis": -1}, [[2, 5]]),
    ],
    "Reshape": [
        ({"shape": [2, 6]}, [[2, 3, 2, 2]]),
        ({"shape": [1, -1]}, [[2, 4, 1, 1]]),
        ({"shape": [-1]}, [[2, 2, 3]]),
        ({"shape": [3, 1, 1]}, [[2, 3]]),
    ],
    "Flatten": [
        ({}, [[2, 3, 2, 2]]),
        ({"start_dim": 2}, [[2, 3, 2, 4]]),
        ({"start_dim": 1, "end_dim": -2}, [[2, 3, 2, 4]]),
        ({}, [[2, 5]]),
    ],
    "Permute": [
        ({"dims": [0, 1, 3, 2]}, [[2, 3, 2, 4]]),
        ({"dims": [0, 2, 1]}, [[2, 3, 4]]),
        ({"dims": [0, 3, 1, 2]}, [[2, 3, 2, 4]]),
    ],
    "Tile": [({"size": 3}, [[2, 2]]), ({"size": [2, 4]}, [[2, 3, 1, 1]]), ({"size": 1}, [[1, 2]])],
    "Identity": [({}, [[2, 3, 2, 2]]), ({}, [[2, 4]]), ({}, [[1, 1, 1]])],
    "Dropout": [({}, [[2, 3, 2, 2]]), ({"p": 0.0}, [[2, 4]]), ({"p": 1.0}, [[2, 2, 2]])],
    "DropBlock": [
        ({}, [[2, 3, 8, 8]]),
        ({"block_size": 3, "drop_prob": 0.5}, [[1, 2, 2, 5]]),
        ({"block_size": 1, "drop_prob": 0.0}, [[1, 1, 1, 1]]),
    ],
    "ReLU6": [({}, [[2, 3, 4, 4]]), ({}, [[2, 9]]), ({}, [[2, 3, 5]])],
    "LeakyReLU": [({}, [[2, 3, 2, 2]]), ({"negative_slope": 0.2}, [[2, 6]]), ({"negative_slope": -0.5}, [[2, 2, 3]])],
    "PReLU": [({}, [[2, 3, 2, 2]]), ({"num_parameters": 3}, [[2, 3, 2, 2]]), ({"num_parameters": 4}, [[2, 4]])],
    "ELU": [({}, [[2, 3, 2, 2]]), ({"alpha": 0.5}, [[2, 6]]), ({"alpha": 2.0}, [[2, 2, 3]])],
    "Softmax": [({}, [[2, 5]]), ({"axis": -1}, [[2, 2, 3, 4]]), ({"axis": 1}, [[2, 3, 2, 2]])],
}
for plain in ["ReLU", "SiLU", "Sigmoid", "Hardsigmoid", "Hardswish", "Tanh", "GELU"]:
    EXAMPLES[plain] = [({}, [[2, 3, 4, 4]]), ({}, [[2, 7]]), ({}, [[1, 2, 5]])]

# type: list of (parameters, input shapes) that PyTorch refuses too
REFUSED = {
    "Conv2d": [
        ({"out_channels": 4, "kernel_size": 3, "groups": 3}, [[1, 6, 4, 4]]),
        ({"out_channels": 6, "kernel_size": 3, "groups": 3}, [[1, 4, 4, 4]]),
        ({"out_channels": 4, "kernel_size": 5, "padding": 1}, [[1, 2, 2, 8]]),
        ({"out_channels": 4, "kernel_size": 3, "dilation": 4}, [[1, 2, 8, 9]]),
        ({"out_channels": 4, "kernel_size": 3, "stride": 0}, [[1, 2, 8, 8]]),
        ({"out_channels": 4, "kernel_size": 3, "padding": -1}, [[1, 2, 8, 8]]),
    ],
    "Conv1d": [
        ({"out_channels": 2, "kernel_size": 4}, [[1, 2, 3]]),
        ({"out_channels": 3, "kernel_size": 1, "groups": 2}, [[1, 2, 3]]),
    ],
    "ConvTranspose2d": [
        ({"out_channels": 2, "kernel_size": 3, "stride": 2, "output_padding": 2}, [[1, 2, 3, 3]]),
        ({"out_channels": 2, "kernel_size": 1, "padding": 2}, [[1, 2, 4, 4]]),
        ({"out_channels": 3, "kernel_size": 2, "groups": 2}, [[1, 4, 3, 3]]),
    ],
    "BatchNorm2d": [({}, [[2, 3, 4]]), ({}, [[2, 3]])],
    "GroupNorm": [({"num_groups": 3}, [[2, 4, 2, 2]])],
    "MaxPool2d": [
        ({"kernel_size": 2, "padding": 2}, [[1, 1, 4, 4]]),
        ({"kernel_size": 5}, [[1, 1, 4, 6]]),
        ({"kernel_size": 3, "stride": 1, "padding": 2, "dilation": 2}, [[1, 1, 6, 6]]),
        ({"kernel_size": 0}, [[1, 1, 4, 4]]),
    ],
    "AvgPool2d": [
        ({"kernel_size": 3, "padding": 2}, [[1, 1, 4, 4]]),
        ({"kernel_size": 4}, [[1, 1, 4, 3]]),
    ],
    "Upsample": [
        ({}, [[1, 1, 2, 2]]),
        ({"scale_factor": 2, "size": 4}, [[1, 1, 2, 2]]),
        ({"scale_factor": 0.2}, [[1, 1, 2, 9]]),
        ({"scale_factor": 2, "align_corners": True}, [[1, 1, 2, 2]]),
    ],
    "ZeroPad2d": [({"padding": -2}, [[1, 1, 3, 8]])],
    "Add": [({}, [[1, 3, 4, 4], [1, 2, 4, 4]])],
    "Multiply": [({}, [[1, 3, 4, 4], [1, 3, 2, 1]])],
    "Concat": [({}, [[1, 3, 4, 4], [1, 2, 4, 5]]), ({"axis": 4}, [[1, 3, 4, 4], [1, 2, 4, 4]])],
    "ChannelShuffle": [({"groups": 5}, [[1, 12, 2, 2]])],
    "Mean": [({"axis": 4}, [[1, 2, 3, 3]])],
    "Max": [({"axis": -5}, [[1, 2, 3, 3]])],
    "Reshape": [
        ({"shape": [5, -1]}, [[1, 3, 2, 2]]),
        ({"shape": [-1, -1]}, [[1, 3, 2, 2]]),
        ({"shape": [3, 5]}, [[1, 3, 2, 2]]),
    ],
    "Flatten": [({"start_dim": 3, "end_dim": 2}, [[1, 2, 3, 3]]), ({"start_dim": 9}, [[1, 2, 3, 3]])],
    "Permute": [({"dims": [0, 1, 1]}, [[1, 2, 3]]), ({"dims": [0, 2, 1]}, [[1, 2, 3, 3]])],
    "Softmax": [({"axis": 5}, [[1, 3]])],
    "Dropout": [({"p": 1.5}, [[1, 3]])],
    "PReLU": [({"num_parameters": 2}, [[1, 3, 2, 2]])],
}


def module(kind, params, inputs):
    options = {key: tuple(value) if isinstance(value, list) and kind in dir(nn) else value for key, value in params.items()}
    return layers(kind)(inputs[0], options)


def cases():
    for kind, examples in sorted(EXAMPLES.items()):
        for index, (params, inputs) in enumerate(examples):
            case = {"name": f"{kind}-{index}".lower(), "type": kind, "params": params, "inputs": inputs}
            case["random"] = kind in ("Dropout", "DropBlock")
            case["spread"] = 3 if kind == "ReLU6" else 1.5 if kind.startswith("Hard") else 1
            yield case, module(kind, params, inputs)


def refused():
    for kind, examples in sorted(REFUSED.items()):
        for params, inputs in examples:
            try:
                result = module(kind, params, inputs)(*[torch.ones(shape) for shape in inputs])
                if min(result.shape) < 1:
                    raise ValueError("an empty tensor")
            except Exception:
                yield {"type": kind, "params": params, "inputs": inputs}
            else:
                raise AssertionError(f"PyTorch accepts {kind} {params} {inputs}")


if __name__ == "__main__":
    write("src/test/resources/golden-extra/primitives", cases(), list(refused()))
