"""Writes the expected results of OptimizerTest: steps of PyTorch's own optimisers.

    python3 src/test/python/optimizers.py > src/test/resources/optimizer/steps.json

The gradients do not come from a network, so that nothing but the optimiser is tested: they are given, with very small
ones among them, where the place of epsilon shows. The learning rate changes on the way, where the place of the learning
rate in the momentum shows.
"""

import json

import torch

torch.manual_seed(7)
RATES = [0.1, 0.1, 0.01, 0.01, 0.05, 0.002]
CASES = {
    "sgd": ("SGD", {}),
    "sgd-decay": ("SGD", {"weight_decay": 0.01}),
    "sgd-momentum": ("SGD", {"momentum": 0.9}),
    "sgd-momentum-decay": ("SGD", {"momentum": 0.9, "weight_decay": 0.0005}),
    "sgd-nesterov": ("SGD", {"momentum": 0.9, "nesterov": True, "weight_decay": 0.01}),
    "adam": ("Adam", {}),
    "adam-decay": ("Adam", {"weight_decay": 0.01, "betas": (0.8, 0.99), "eps": 1e-6}),
    "adamw": ("AdamW", {}),
    "adamw-decay": ("AdamW", {"weight_decay": 0.1, "betas": (0.85, 0.95)}),
}


def numbers(tensor):
    return [float(v) for v in tensor.detach().flatten()]


cases = []
for name, (kind, options) in CASES.items():
    weights = [torch.randn(3, 4), torch.randn(5)]
    gradients = [[torch.randn(3, 4), torch.randn(5) * 1e-6] for _ in RATES]
    parameters = [w.clone().requires_grad_() for w in weights]
    optimizer = getattr(torch.optim, kind)(parameters, lr=RATES[0], **options)
    after = []
    for rate, step in zip(RATES, gradients):
        optimizer.param_groups[0]["lr"] = rate
        for parameter, gradient in zip(parameters, step):
            parameter.grad = gradient.clone()
        optimizer.step()
        after.append([numbers(p) for p in parameters])
    cases.append({
        "name": name,
        "type": kind,
        "options": options,
        "rates": RATES,
        "shapes": [list(w.shape) for w in weights],
        "weights": [numbers(w) for w in weights],
        "gradients": [[numbers(g) for g in step] for step in gradients],
        "expected": after,
    })
print("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]")
