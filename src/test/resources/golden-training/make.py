"""Writes what the tests of convas.training expect: steps, losses, schedules and averages as PyTorch computes them.

    python3 src/test/resources/golden-training/make.py

Made with PyTorch 1.13.1. Each case is a line of cases.json and, where it has tensors, a file NAME.npz beside it.
"""

import json
import pathlib
import warnings

import numpy
import torch
from torch import nn
from torch.optim import lr_scheduler

warnings.simplefilter("ignore")
HERE = pathlib.Path(__file__).parent
CASES = []


def keep(kind, name, tensors=None, **facts):
    CASES.append({"kind": kind, "name": name, **facts})
    if tensors:
        numpy.savez_compressed(HERE / (name + ".npz"), **{k: v.detach().numpy() for k, v in tensors.items()})


# Steps. The gradients are given, so that nothing but the optimiser is tested: with very small ones among them, where the
# place of epsilon shows, and a learning rate that changes, where its place in the momentum shows. "b" stands for a bias.
RATES = [0.1, 0.1, 0.01, 0.01, 0.05, 0.002]
MOMENTA = [0.95, 0.93, 0.85, 0.86, 0.9, 0.95]
OPTIMIZERS = {
    "sgd": ("SGD", {}, {}),
    "sgd-decay": ("SGD", {"weight_decay": 0.01}, {}),
    "sgd-momentum": ("SGD", {"momentum": 0.9}, {}),
    "sgd-momentum-decay": ("SGD", {"momentum": 0.9, "weight_decay": 0.0005}, {}),
    "sgd-nesterov": ("SGD", {"momentum": 0.9, "nesterov": True, "weight_decay": 0.01}, {}),
    "sgd-spared": ("SGD", {"momentum": 0.9, "weight_decay": 0.1}, {"spare": True}),
    "sgd-clipped": ("SGD", {"momentum": 0.9}, {"clip_norm": 0.5}),
    "sgd-not-reached": ("SGD", {}, {"clip_norm": 100.0}),
    "adam": ("Adam", {}, {}),
    "adam-decay": ("Adam", {"weight_decay": 0.01, "betas": (0.8, 0.99), "eps": 1e-6}, {}),
    "adam-clipped": ("Adam", {"weight_decay": 0.1}, {"clip_norm": 1.0, "spare": True}),
    "adamw": ("AdamW", {}, {}),
    "adamw-decay": ("AdamW", {"weight_decay": 0.1, "betas": (0.85, 0.95)}, {}),
    "adamw-spared": ("AdamW", {"weight_decay": 0.1}, {"spare": True}),
    "rmsprop": ("RMSprop", {}, {}),
    "rmsprop-decay": ("RMSprop", {"weight_decay": 0.01, "alpha": 0.9, "eps": 1e-6}, {}),
    "rmsprop-momentum": ("RMSprop", {"momentum": 0.9, "weight_decay": 0.1}, {"spare": True}),
    "rmsprop-centered": ("RMSprop", {"centered": True, "momentum": 0.5}, {}),
    # A momentum that changes, as OneCycleLR's does.
    "sgd-cycled": ("SGD", {"momentum": 0.95, "weight_decay": 0.01}, {"momenta": MOMENTA}),
    "sgd-nesterov-cycled": ("SGD", {"momentum": 0.95, "nesterov": True}, {"momenta": MOMENTA}),
    "adamw-cycled": ("AdamW", {"weight_decay": 0.1}, {"momenta": MOMENTA}),
    "rmsprop-cycled": ("RMSprop", {"momentum": 0.95}, {"momenta": MOMENTA}),
}


def steps(name, kind, options, more):
    torch.manual_seed(7)
    start = {"w": torch.randn(3, 4), "b": torch.randn(5)}
    tensors = {f"{key}.0": value.clone() for key, value in start.items()}
    parameters = {key: value.clone().requires_grad_() for key, value in start.items()}
    if more.get("spare"):
        groups = [{"params": [parameters["w"]]}, {"params": [parameters["b"]], "weight_decay": 0.0}]
    else:
        groups = list(parameters.values())
    optimizer = getattr(torch.optim, kind)(groups, lr=RATES[0], **options)
    for number, rate in enumerate(RATES, 1):
        for group in optimizer.param_groups:
            group["lr"] = rate
            if "momenta" in more:
                momentum = more["momenta"][number - 1]
                if "betas" in group:
                    group["betas"] = (momentum, group["betas"][1])
                else:
                    group["momentum"] = momentum
        for key, parameter in parameters.items():
            gradient = torch.randn(parameter.shape) * (1e-6 if key == "b" else 1.0)
            parameter.grad = gradient.clone()
            tensors[f"{key}.grad.{number}"] = gradient
        if "clip_norm" in more:
            nn.utils.clip_grad_norm_(parameters.values(), more["clip_norm"])
        optimizer.step()
        for key, parameter in parameters.items():
            tensors[f"{key}.{number}"] = parameter.detach().clone()
    keep("optimizer", name, tensors, type=kind, options=options, rates=RATES, **more)


for name, (kind, options, more) in OPTIMIZERS.items():
    steps(name, kind, options, more)


# Losses, with scores that would overflow a careless formula among them. Targets are shares of classes, or numbers.
def loss(name, key, criterion, scores, targets, shares, **facts):
    scores = scores.requires_grad_()
    value = criterion(scores, targets)
    value.backward()
    keep("loss", name, {"scores": scores, "targets": shares, "loss": value, "gradient": scores.grad}, loss=key, **facts)


torch.manual_seed(3)
for name, count, classes, smoothing, scale, weights in [
    ("cross-entropy", 4, 10, 0.0, 1.0, None),
    ("cross-entropy-smooth", 3, 5, 0.1, 3.0, None),
    ("cross-entropy-large", 1, 2, 0.0, 200.0, None),
    ("cross-entropy-weights", 6, 3, 0.0, 2.0, [0.5, 2.0, 1.25]),
    ("cross-entropy-weights-smooth", 6, 3, 0.3, 10.0, [0.25, 3.0, 1.0]),
]:
    scores = torch.randn(count, classes) * scale
    labels = torch.randint(0, classes, (count,))
    weight = None if weights is None else torch.tensor(weights)
    loss(name, "cross_entropy", nn.CrossEntropyLoss(weight=weight, label_smoothing=smoothing), scores, labels,
         nn.functional.one_hot(labels, classes).float(), label_smoothing=smoothing, class_weights=weights or [])
mixed = torch.softmax(torch.randn(5, 4), 1)
loss("cross-entropy-mixed", "cross_entropy", nn.CrossEntropyLoss(), torch.randn(5, 4), mixed, mixed)
several = torch.randint(0, 2, (4, 6)).float()
loss("bce", "bce", nn.BCEWithLogitsLoss(), torch.randn(4, 6) * 2, several, several)
loss("bce-large", "bce", nn.BCEWithLogitsLoss(), torch.randn(4, 6) * 80, several, several)
weights = [0.5, 1.0, 2.0, 4.0, 0.0, 1.5]
loss("bce-weights", "bce", nn.BCEWithLogitsLoss(weight=torch.tensor(weights)), torch.randn(4, 6), several, several,
     class_weights=weights)
numbers = torch.randn(7, 2) * 3
loss("mse", "mse", nn.MSELoss(), torch.randn(7, 2), numbers, numbers)
loss("l1", "l1", nn.L1Loss(), torch.randn(7, 2), numbers, numbers)


# Schedules: the share of the learning rate in every step of a run.
PER_EPOCH, EPOCHS = 4, 6


def schedule(name, fields, make):
    total = PER_EPOCH * EPOCHS
    optimizer = torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=1.0)
    rates = []
    momenta = []
    scheduler = make(optimizer, total)
    for _ in range(total):
        rates.append(optimizer.param_groups[0]["lr"])
        momenta.append(optimizer.param_groups[0]["momentum"])
        optimizer.step()
        scheduler.step()
    keep("schedule", name, fields=fields, steps_per_epoch=PER_EPOCH, epochs=EPOCHS, factors=rates,
         **({"momenta": momenta} if any(momenta) else {}))


def warmed(rise, after):
    def make(optimizer, total):
        first = lr_scheduler.LinearLR(optimizer, start_factor=1 / rise, end_factor=1.0, total_iters=rise - 1)
        return lr_scheduler.SequentialLR(optimizer, [first, after(optimizer, total - rise)], milestones=[rise])
    return make


schedule("constant", {"type": "constant"}, lambda o, n: lr_scheduler.ConstantLR(o, factor=1.0))
schedule("constant-warm", {"type": "constant", "warmup_epochs": 1.5},
         warmed(6, lambda o, n: lr_scheduler.ConstantLR(o, factor=1.0)))
schedule("step", {"type": "step", "step_epochs": 2, "gamma": 0.3},
         lambda o, n: lr_scheduler.StepLR(o, step_size=2 * PER_EPOCH, gamma=0.3))
schedule("cosine", {"type": "cosine", "final_factor": 0.1},
         lambda o, n: lr_scheduler.CosineAnnealingLR(o, T_max=n, eta_min=0.1))
schedule("cosine-warm", {"type": "cosine", "warmup_epochs": 1, "final_factor": 0.05},
         warmed(4, lambda o, n: lr_scheduler.CosineAnnealingLR(o, T_max=n, eta_min=0.05)))
schedule("linear", {"type": "linear", "final_factor": 0.2},
         lambda o, n: lr_scheduler.LinearLR(o, start_factor=1.0, end_factor=0.2, total_iters=n))
schedule("linear-warm", {"type": "linear", "warmup_epochs": 2, "final_factor": 0},
         warmed(8, lambda o, n: lr_scheduler.LinearLR(o, start_factor=1.0, end_factor=0.0, total_iters=n)))
schedule("one-cycle", {"type": "one_cycle"}, lambda o, n: lr_scheduler.OneCycleLR(o, max_lr=1.0, total_steps=n))
schedule("one-cycle-other", {"type": "one_cycle", "rise": 0.5, "start_factor": 0.1, "final_factor": 0.001},
         lambda o, n: lr_scheduler.OneCycleLR(o, max_lr=1.0, total_steps=n, pct_start=0.5, div_factor=10,
                                              final_div_factor=100))
schedule("one-cycle-still", {"type": "one_cycle", "cycle_momentum": False},
         lambda o, n: lr_scheduler.OneCycleLR(o, max_lr=1.0, total_steps=n, cycle_momentum=False))
schedule("one-cycle-other-still",
         {"type": "one_cycle", "rise": 0.5, "start_factor": 0.1, "final_factor": 0.001, "cycle_momentum": False},
         lambda o, n: lr_scheduler.OneCycleLR(o, max_lr=1.0, total_steps=n, pct_start=0.5, div_factor=10,
                                              final_div_factor=100, cycle_momentum=False))


# A moving average of weights and statistics, over a small network that learns with everything at once.
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 4, 3, bias=False)
        self.norm = nn.BatchNorm2d(4)
        self.linear = nn.Linear(4 * 4 * 4, 3)

    def forward(self, x):
        return self.linear(torch.relu(self.norm(self.conv(x))).flatten(1))


def named(prefix, module, number):
    return {f"{prefix}{name}.{number}": value.clone() for name, value in module.state_dict().items()
            if "num_batches" not in name and "n_averaged" not in name}


def whole(name, decay):
    torch.manual_seed(11)
    net = Net()
    tensors = named("", net, 0)
    spared = [*net.norm.parameters(), net.linear.bias]
    optimizer = torch.optim.AdamW(
        [{"params": [net.conv.weight, net.linear.weight]}, {"params": spared, "weight_decay": 0.0}],
        lr=0.05, weight_decay=0.1)
    count = 6
    scheduler = lr_scheduler.OneCycleLR(optimizer, max_lr=0.05, total_steps=count, cycle_momentum=False)
    criterion = nn.CrossEntropyLoss(weight=torch.tensor([0.5, 1.0, 2.0]), label_smoothing=0.1)
    average = torch.optim.swa_utils.AveragedModel(
        net, avg_fn=lambda before, now, n: decay * before + (1 - decay) * now, use_buffers=True)
    for number in range(1, count + 1):
        x, labels = torch.randn(8, 2, 6, 6), torch.randint(0, 3, (8,))
        optimizer.zero_grad()
        value = criterion(net(x), labels)
        value.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 0.5)
        optimizer.step()
        scheduler.step()
        average.update_parameters(net)
        tensors.update({f"x.{number}": x, f"targets.{number}": nn.functional.one_hot(labels, 3).float(),
                        f"loss.{number}": value})
        tensors.update(named("", net, number))
        tensors.update(named("average.", average.module, number))
    keep("network", name, tensors, steps=count, ema_decay=decay)


whole("network", 0.6)

# What torch.nn.init draws from: the bound of uniform numbers, or the deviation of normal ones.
for key in ["kaiming_normal", "kaiming_uniform", "xavier_normal", "xavier_uniform"]:
    for shape in [(32, 16, 3, 3), (64, 1, 5, 5), (200, 50)]:
        torch.manual_seed(1)
        weight = torch.empty(shape)
        options = {"nonlinearity": "relu"} if key.startswith("kaiming") else {}
        # From a million numbers, so that what is measured is what is drawn from.
        drawn = torch.cat([getattr(nn.init, key + "_")(weight, **options).flatten().clone()
                           for _ in range(1_000_000 // weight.numel() + 1)])
        keep("initialization", key, shape=shape, deviation=float(drawn.std()), largest=float(drawn.abs().max()))

(HERE / "cases.json").write_text("[\n" + ",\n".join(json.dumps(case) for case in CASES) + "\n]\n")
