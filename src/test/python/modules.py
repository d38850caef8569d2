"""Golden cases for the modules: run `python3 src/test/python/modules.py` at the top of the repository.

Written from the papers and the table of names in the project's documentation, not from the module bodies that they
check. Made with Debian's python3-torch (1.13).
"""

import math

import torch
from torch import nn
from torch.nn import functional

from golden import write


def conv(into, out, kernel=1, stride=1, groups=1, bias=False):
    kernel = kernel if isinstance(kernel, tuple) else (kernel, kernel)
    padding = tuple(side // 2 for side in kernel)
    return nn.Conv2d(into, out, kernel, stride, padding, groups=groups, bias=bias)


def divisible(value, divisor):
    rounded = max(divisor, int(value + divisor / 2) // divisor * divisor)
    return rounded + divisor if rounded < 0.9 * value else rounded


class SqueezeExcite(nn.Module):
    """Hu et al., Squeeze-and-Excitation Networks."""

    def __init__(self, channels, reduced_channels, activation="ReLU", gate="Hardsigmoid"):
        super().__init__()
        self.reduce = conv(channels, reduced_channels, bias=True)
        self.expand = conv(reduced_channels, channels, bias=True)
        self.inner = getattr(nn, activation)()
        self.gate = getattr(nn, gate)()

    def forward(self, x):
        return x * self.gate(self.expand(self.inner(self.reduce(x.mean((2, 3), keepdim=True)))))


class ECA(nn.Module):
    """Wang et al., ECA-Net; without k, the nearest odd number to (log2(C) + 1) / 2 as the authors' code takes it."""

    def __init__(self, channels, k=0):
        super().__init__()
        if k == 0:
            near = int(abs((math.log2(channels) + 1) / 2))
            k = near if near % 2 else near + 1
        self.conv = nn.Conv1d(1, 1, k, padding=k // 2, bias=False)

    def forward(self, x):
        means = x.mean((2, 3)).unsqueeze(1)
        return x * torch.sigmoid(self.conv(means)).squeeze(1)[:, :, None, None]


class ChannelAttention(nn.Module):
    def __init__(self, channels, reduction, bias):
        super().__init__()
        self.reduce = conv(channels, channels // reduction, bias=bias)
        self.expand = conv(channels // reduction, channels, bias=bias)

    def forward(self, x):
        def mlp(pooled):
            return self.expand(functional.relu(self.reduce(pooled)))

        return x * torch.sigmoid(mlp(x.mean((2, 3), keepdim=True)) + mlp(x.amax((2, 3), keepdim=True)))


class SpatialAttention(nn.Module):
    def __init__(self, kernel_size, batch_norm):
        super().__init__()
        self.conv = conv(2, 1, kernel_size)
        self.bn = nn.BatchNorm2d(1, momentum=0.01) if batch_norm else nn.Identity()

    def forward(self, x):
        maps = torch.cat([x.mean(1, keepdim=True), x.amax(1, keepdim=True)], 1)
        return x * torch.sigmoid(self.bn(self.conv(maps)))


class CBAM(nn.Module):
    """Woo et al., CBAM, with the biases and the BatchNorm of the authors' code."""

    def __init__(self, channels, reduction=16, kernel_size=7, mlp_bias=False, spatial_bn=False):
        super().__init__()
        self.channel = ChannelAttention(channels, reduction, mlp_bias)
        self.spatial = SpatialAttention(kernel_size, spatial_bn)

    def forward(self, x):
        return self.spatial(self.channel(x))


class CoordinateAttention(nn.Module):
    """Hou et al., Coordinate Attention for Efficient Mobile Network Design."""

    def __init__(self, channels, reduction=32):
        super().__init__()
        mip = max(8, channels // reduction)
        self.reduce = conv(channels, mip, bias=True)
        self.bn = nn.BatchNorm2d(mip)
        self.expand_h = conv(mip, channels, bias=True)
        self.expand_w = conv(mip, channels, bias=True)

    def forward(self, x):
        height, width = x.shape[2:]
        rows = x.mean(3, keepdim=True)
        columns = x.mean(2, keepdim=True).transpose(2, 3)
        y = functional.hardswish(self.bn(self.reduce(torch.cat([rows, columns], 2))))
        rows, columns = torch.split(y, [height, width], 2)
        return x * torch.sigmoid(self.expand_h(rows)) * torch.sigmoid(self.expand_w(columns.transpose(2, 3)))


class GhostModule(nn.Module):
    """Han et al., GhostNet."""

    def __init__(self, channels, out_channels, kernel_size=1, ratio=2, dw_size=3, stride=1, activation=nn.ReLU):
        super().__init__()
        init = math.ceil(out_channels / ratio)
        self.out_channels = out_channels
        self.primary_conv = conv(channels, init, kernel_size, stride)
        self.primary_bn = nn.BatchNorm2d(init)
        self.cheap_conv = conv(init, init * (ratio - 1), dw_size, groups=init)
        self.cheap_bn = nn.BatchNorm2d(init * (ratio - 1))
        self.act = activation() if activation else nn.Identity()

    def forward(self, x):
        first = self.act(self.primary_bn(self.primary_conv(x)))
        second = self.act(self.cheap_bn(self.cheap_conv(first)))
        return torch.cat([first, second], 1)[:, : self.out_channels]


class GhostModuleV2(GhostModule):
    """Tang et al., GhostNetV2: the ghost maps times an attention computed at half size."""

    def __init__(self, channels, out_channels, kernel_size=1, ratio=2, dw_size=3, stride=1, activation=nn.ReLU):
        super().__init__(channels, out_channels, kernel_size, ratio, dw_size, stride, activation)
        self.dfc_conv = conv(channels, out_channels, kernel_size, stride)
        self.dfc_bn = nn.BatchNorm2d(out_channels)
        self.dfc_row_conv = conv(out_channels, out_channels, (1, 5), groups=out_channels)
        self.dfc_row_bn = nn.BatchNorm2d(out_channels)
        self.dfc_column_conv = conv(out_channels, out_channels, (5, 1), groups=out_channels)
        self.dfc_column_bn = nn.BatchNorm2d(out_channels)

    def forward(self, x):
        y = self.dfc_bn(self.dfc_conv(functional.avg_pool2d(x, 2, 2)))
        y = self.dfc_row_bn(self.dfc_row_conv(y))
        y = torch.sigmoid(self.dfc_column_bn(self.dfc_column_conv(y)))
        maps = super().forward(x)
        return maps * functional.interpolate(y, size=maps.shape[2:], mode="nearest")


class GhostBottleneckV2(nn.Module):
    """The GhostNet bottleneck with a GhostModuleV2 as its first half."""

    def __init__(self, channels, hidden_channels, out_channels, dw_size=3, stride=1, se_ratio=0):
        super().__init__()
        self.expand = GhostModuleV2(channels, hidden_channels)
        self.has_dw = stride != 1
        if self.has_dw:
            self.dw_conv = conv(hidden_channels, hidden_channels, dw_size, stride, hidden_channels)
            self.dw_bn = nn.BatchNorm2d(hidden_channels)
        self.se = SqueezeExcite(hidden_channels, divisible(hidden_channels * se_ratio, 4)) if se_ratio else nn.Identity()
        self.project = GhostModule(hidden_channels, out_channels, activation=None)
        self.reshapes = stride != 1 or channels != out_channels
        if self.reshapes:
            self.shortcut_dw_conv = conv(channels, channels, dw_size, stride, channels)
            self.shortcut_dw_bn = nn.BatchNorm2d(channels)
            self.shortcut_conv = conv(channels, out_channels)
            self.shortcut_bn = nn.BatchNorm2d(out_channels)

    def forward(self, x):
        y = self.expand(x)
        if self.has_dw:
            y = self.dw_bn(self.dw_conv(y))
        y = self.project(self.se(y))
        if self.reshapes:
            x = self.shortcut_bn(self.shortcut_conv(self.shortcut_dw_bn(self.shortcut_dw_conv(x))))
        return x + y


class ShuffleV2Unit(nn.Module):
    """Ma et al., ShuffleNet V2."""

    def __init__(self, channels, out_channels, stride=1):
        super().__init__()
        half = out_channels // 2
        self.stride = stride
        if stride == 2:
            self.left_dw_conv = conv(channels, channels, 3, 2, channels)
            self.left_dw_bn = nn.BatchNorm2d(channels)
            self.left_conv = conv(channels, half)
            self.left_bn = nn.BatchNorm2d(half)
        self.right_conv1 = conv(channels if stride == 2 else half, half)
        self.right_bn1 = nn.BatchNorm2d(half)
        self.right_dw_conv = conv(half, half, 3, stride, half)
        self.right_dw_bn = nn.BatchNorm2d(half)
        self.right_conv2 = conv(half, half)
        self.right_bn2 = nn.BatchNorm2d(half)

    def forward(self, x):
        if self.stride == 2:
            left = functional.relu(self.left_bn(self.left_conv(self.left_dw_bn(self.left_dw_conv(x)))))
            right = x
        else:
            left, right = x.chunk(2, 1)
        right = functional.relu(self.right_bn1(self.right_conv1(right)))
        right = self.right_dw_bn(self.right_dw_conv(right))
        right = functional.relu(self.right_bn2(self.right_conv2(right)))
        both = torch.stack([left, right], 2)
        return both.flatten(1, 2)


class Residual(nn.Module):
    """What the blocks of a ResNet share: the attention and the shortcut."""

    def __init__(self, channels, out_channels, stride, attention, reduction, shortcut):
        super().__init__()
        self.stride = stride
        self.missing = out_channels - channels if shortcut == "padding" else None
        if attention == "SE":
            self.se = SqueezeExcite(out_channels, out_channels // reduction, gate="Sigmoid")
        elif attention == "CBAM":
            self.cbam = CBAM(out_channels, reduction, 7, True, True)
        elif attention == "ECA":
            self.eca = ECA(out_channels)
        self.attention = {"SE": "se", "CBAM": "cbam", "ECA": "eca"}.get(attention)
        self.projects = shortcut == "projection" and (stride != 1 or channels != out_channels)
        if self.projects:
            self.shortcut_conv = nn.Conv2d(channels, out_channels, 1, stride, bias=False)
            self.shortcut_bn = nn.BatchNorm2d(out_channels)

    def finish(self, x, y):
        if self.attention:
            y = getattr(self, self.attention)(y)
        if self.projects:
            x = self.shortcut_bn(self.shortcut_conv(x))
        elif self.missing is not None:
            x = x[:, :, :: self.stride, :: self.stride]
            x = functional.pad(x, (0, 0, 0, 0, self.missing // 2, self.missing - self.missing // 2))
        return functional.relu(x + y)


class BasicBlock(Residual):
    """He et al., Deep Residual Learning."""

    def __init__(self, channels, out_channels, stride=1, attention="none", reduction=16, shortcut="projection"):
        super().__init__(channels, out_channels, stride, attention, reduction, shortcut)
        self.conv1 = conv(channels, out_channels, 3, stride)
        self.bn1 = nn.BatchNorm2d(out_channels)
        self.conv2 = conv(out_channels, out_channels, 3)
        self.bn2 = nn.BatchNorm2d(out_channels)

    def forward(self, x):
        return self.finish(x, self.bn2(self.conv2(functional.relu(self.bn1(self.conv1(x))))))


class Bottleneck(Residual):
    def __init__(self, channels, out_channels, stride=1, expansion=4, stride_in="3x3", attention="none", reduction=16):
        super().__init__(channels, out_channels, stride, attention, reduction, "projection")
        mid = out_channels // expansion
        self.conv1 = conv(channels, mid, 1, stride if stride_in == "1x1" else 1)
        self.bn1 = nn.BatchNorm2d(mid)
        self.conv2 = conv(mid, mid, 3, stride if stride_in == "3x3" else 1)
        self.bn2 = nn.BatchNorm2d(mid)
        self.conv3 = conv(mid, out_channels)
        self.bn3 = nn.BatchNorm2d(out_channels)

    def forward(self, x):
        y = functional.relu(self.bn1(self.conv1(x)))
        y = functional.relu(self.bn2(self.conv2(y)))
        return self.finish(x, self.bn3(self.conv3(y)))


class GhostBasicBlock(Residual):
    """A basic block whose convolutions are Ghost modules."""

    def __init__(self, channels, out_channels, stride=1, ratio=2, dw_size=3, shortcut="padding"):
        super().__init__(channels, out_channels, stride, "none", 16, shortcut)
        self.conv1 = GhostModule(channels, out_channels, 3, ratio, dw_size, stride)
        self.conv2 = GhostModule(out_channels, out_channels, 3, ratio, dw_size, activation=None)

    def forward(self, x):
        return self.finish(x, self.conv2(self.conv1(x)))


class Inverted(nn.Module):
    """Sandler et al., MobileNetV2; with its sisters in MobileNetV3 and EfficientNet."""

    def __init__(self, channels, hidden, out_channels, kernel_size, stride, activation, se=None, widen=True, **norm):
        super().__init__()
        self.act = activation()
        self.widen = widen
        self.residual = stride == 1 and channels == out_channels
        if widen:
            self.expand_conv = conv(channels, hidden)
            self.expand_bn = nn.BatchNorm2d(hidden, **norm)
        self.dw_conv = conv(hidden, hidden, kernel_size, stride, hidden)
        self.dw_bn = nn.BatchNorm2d(hidden, **norm)
        if se:
            self.se = se
        self.project_conv = conv(hidden, out_channels)
        self.project_bn = nn.BatchNorm2d(out_channels, **norm)

    def forward(self, x):
        y = self.act(self.expand_bn(self.expand_conv(x))) if self.widen else x
        y = self.act(self.dw_bn(self.dw_conv(y)))
        if hasattr(self, "se"):
            y = self.se(y)
        y = self.project_bn(self.project_conv(y))
        return x + y if self.residual else y


def inverted_residual(channels, out_channels, stride=1, expand_ratio=6, kernel_size=3):
    hidden = channels * expand_ratio
    return Inverted(channels, hidden, out_channels, kernel_size, stride, nn.ReLU6, widen=expand_ratio != 1)


def mobilenet_v3_block(channels, hidden_channels, out_channels, kernel_size=3, stride=1, squeeze=False, activation="Hardswish"):
    """Howard et al., Searching for MobileNetV3."""
    se = SqueezeExcite(hidden_channels, divisible(hidden_channels / 4, 8)) if squeeze else None
    return Inverted(
        channels, hidden_channels, out_channels, kernel_size, stride, getattr(nn, activation), se,
        hidden_channels != channels, eps=0.001, momentum=0.01,
    )


def mb_conv(channels, out_channels, kernel_size=3, stride=1, expand_ratio=6, se_ratio=0.25):
    """Tan and Le, EfficientNet."""
    hidden = channels * expand_ratio
    se = SqueezeExcite(hidden, max(1, int(channels * se_ratio)), "SiLU", "Sigmoid") if se_ratio else None
    return Inverted(
        channels, hidden, out_channels, kernel_size, stride, nn.SiLU, se, expand_ratio != 1, eps=0.001, momentum=0.01
    )


class DepthwiseSeparable(nn.Module):
    """Howard et al., MobileNets."""

    def __init__(self, channels, out_channels, kernel_size=3, stride=1):
        super().__init__()
        self.dw_conv = conv(channels, channels, kernel_size, stride, channels)
        self.dw_bn = nn.BatchNorm2d(channels)
        self.pw_conv = conv(channels, out_channels)
        self.pw_bn = nn.BatchNorm2d(out_channels)

    def forward(self, x):
        x = functional.relu(self.dw_bn(self.dw_conv(x)))
        return functional.relu(self.pw_bn(self.pw_conv(x)))


class ConvBnAct(nn.Module):
    def __init__(self, channels, out_channels, kernel_size=3, stride=1, groups=1, bias=False, batch_norm=True, activation="ReLU"):
        super().__init__()
        self.conv = conv(channels, out_channels, kernel_size, stride, groups, bias)
        self.bn = nn.BatchNorm2d(out_channels) if batch_norm else nn.Identity()
        self.act = nn.Identity() if activation == "none" else getattr(nn, activation)()

    def forward(self, x):
        return self.act(self.bn(self.conv(x)))


class Pyramid(nn.Module):
    """He et al., Spatial Pyramid Pooling, as the YOLO networks use it: pools side by side, or one after the other."""

    def __init__(self, channels, out_channels, sizes, chained):
        super().__init__()
        half = channels // 2
        self.conv1 = conv(channels, half)
        self.bn1 = nn.BatchNorm2d(half)
        self.conv2 = conv(half * 4, out_channels)
        self.bn2 = nn.BatchNorm2d(out_channels)
        self.sizes = sizes
        self.chained = chained

    def forward(self, x):
        maps = [functional.silu(self.bn1(self.conv1(x)))]
        for size in self.sizes:
            maps.append(functional.max_pool2d(maps[-1] if self.chained else maps[0], size, 1, size // 2))
        return functional.silu(self.bn2(self.conv2(torch.cat(maps, 1))))


def built(kind, channels, p):
    if kind == "GhostConv":
        options = dict(p, activation={"SiLU": nn.SiLU, "ReLU": nn.ReLU, "none": None}[p.get("activation", "SiLU")])
        return GhostModule(channels, dw_size=options.pop("dw_size", 5), **options)
    if kind == "GhostModuleV2":
        return GhostModuleV2(channels, **dict(p, activation=nn.ReLU if p.get("activation", True) else None))
    if kind == "SPP":
        sizes = [p.get("small", 5), p.get("medium", 9), p.get("large", 13)]
        return Pyramid(channels, p["out_channels"], sizes, False)
    if kind == "SPPF":
        return Pyramid(channels, p["out_channels"], [p.get("kernel_size", 5)] * 3, True)
    if kind == "Swish":
        return nn.SiLU()
    functions = {"InvertedResidual": inverted_residual, "MobileNetV3Block": mobilenet_v3_block, "MBConv": mb_conv}
    return (functions.get(kind) or globals()[kind])(channels, **p)


# name, type, parameters, input shape
CASES = [
    ("eca", "ECA", {}, [3, 16, 5, 4]),
    ("eca-k5", "ECA", {"k": 5}, [3, 6, 4, 4]),
    ("coordinate-attention", "CoordinateAttention", {}, [3, 6, 5, 4]),
    ("coordinate-attention-r2", "CoordinateAttention", {"reduction": 2}, [2, 20, 3, 6]),
    ("squeeze-excite-sigmoid", "SqueezeExcite", {"reduced_channels": 2, "gate": "Sigmoid"}, [3, 8, 4, 4]),
    ("squeeze-excite-silu", "SqueezeExcite", {"reduced_channels": 3, "activation": "SiLU", "gate": "Sigmoid"}, [3, 6, 4, 4]),
    ("cbam-authors", "CBAM", {"reduction": 4, "kernel_size": 7, "mlp_bias": True, "spatial_bn": True}, [3, 8, 8, 8]),
    ("ghost-conv", "GhostConv", {"out_channels": 8}, [3, 4, 6, 6]),
    ("ghost-conv-relu-s2", "GhostConv", {"out_channels": 6, "kernel_size": 3, "stride": 2, "activation": "ReLU"}, [3, 4, 7, 6]),
    ("ghost-v2", "GhostModuleV2", {"out_channels": 8}, [3, 4, 6, 5]),
    ("ghost-v2-odd-linear", "GhostModuleV2", {"out_channels": 7, "kernel_size": 3, "activation": False}, [3, 4, 8, 8]),
    ("ghost-bottleneck-v2-identity", "GhostBottleneckV2", {"hidden_channels": 12, "out_channels": 6}, [3, 6, 6, 6]),
    ("ghost-bottleneck-v2-stride2-se", "GhostBottleneckV2", {"hidden_channels": 16, "out_channels": 8, "dw_size": 5, "stride": 2, "se_ratio": 0.25}, [3, 6, 8, 8]),
    ("ghost-basic-padding", "GhostBasicBlock", {"out_channels": 9, "stride": 2}, [3, 4, 6, 6]),
    ("ghost-basic-identity", "GhostBasicBlock", {"out_channels": 6, "ratio": 3}, [3, 6, 5, 5]),
    ("shuffle-v2-s1", "ShuffleV2Unit", {"out_channels": 8}, [3, 8, 5, 5]),
    ("shuffle-v2-s2", "ShuffleV2Unit", {"out_channels": 12, "stride": 2}, [3, 4, 7, 6]),
    ("basic-identity", "BasicBlock", {"out_channels": 6}, [3, 6, 5, 5]),
    ("basic-projection", "BasicBlock", {"out_channels": 8, "stride": 2}, [3, 4, 6, 7]),
    ("basic-padding", "BasicBlock", {"out_channels": 7, "stride": 2, "shortcut": "padding"}, [3, 4, 7, 6]),
    ("basic-se", "BasicBlock", {"out_channels": 8, "attention": "SE", "reduction": 4}, [3, 8, 4, 4]),
    ("basic-eca", "BasicBlock", {"out_channels": 8, "attention": "ECA"}, [3, 8, 4, 4]),
    ("bottleneck", "Bottleneck", {"out_channels": 8, "stride": 2}, [3, 6, 6, 6]),
    ("bottleneck-1x1-cbam", "Bottleneck", {"out_channels": 16, "stride": 2, "stride_in": "1x1", "attention": "CBAM", "reduction": 4}, [3, 8, 10, 10]),
    ("bottleneck-identity", "Bottleneck", {"out_channels": 8, "expansion": 2}, [3, 8, 4, 5]),
    ("inverted-residual", "InvertedResidual", {"out_channels": 4}, [3, 4, 5, 5]),
    ("inverted-residual-s2", "InvertedResidual", {"out_channels": 6, "stride": 2, "expand_ratio": 2}, [3, 4, 6, 7]),
    ("inverted-residual-e1", "InvertedResidual", {"out_channels": 5, "expand_ratio": 1}, [3, 4, 5, 5]),
    ("mobilenet-v3-se", "MobileNetV3Block", {"hidden_channels": 16, "out_channels": 6, "kernel_size": 5, "squeeze": True}, [3, 6, 6, 6]),
    ("mobilenet-v3-relu-s2", "MobileNetV3Block", {"hidden_channels": 6, "out_channels": 8, "stride": 2, "activation": "ReLU"}, [3, 6, 7, 6]),
    ("mbconv", "MBConv", {"out_channels": 4}, [3, 4, 5, 5]),
    ("mbconv-e1-s2", "MBConv", {"out_channels": 8, "kernel_size": 5, "stride": 2, "expand_ratio": 1}, [3, 8, 7, 7]),
    ("depthwise-separable", "DepthwiseSeparable", {"out_channels": 8}, [3, 4, 5, 5]),
    ("depthwise-separable-s2", "DepthwiseSeparable", {"out_channels": 6, "kernel_size": 5, "stride": 2}, [3, 4, 8, 7]),
    ("conv-bn-act", "ConvBnAct", {"out_channels": 6}, [3, 4, 5, 5]),
    ("conv-act-grouped", "ConvBnAct", {"out_channels": 6, "kernel_size": 1, "groups": 2, "bias": True, "batch_norm": False, "activation": "Hardswish"}, [3, 4, 4, 4]),
    ("spp", "SPP", {"out_channels": 6}, [2, 6, 9, 8]),
    ("sppf", "SPPF", {"out_channels": 6, "kernel_size": 3}, [2, 6, 8, 7]),
    ("swish", "Swish", {}, [2, 3, 4, 4]),
]


def cases():
    for name, kind, params, shape in CASES:
        case = {"name": name, "type": kind, "params": params, "inputs": [shape]}
        yield case, built(kind, shape[1], params)


if __name__ == "__main__":
    write("src/test/resources/golden-extra", cases())
