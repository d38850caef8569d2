"""Writes the expected results of CrossEntropyTest: PyTorch's CrossEntropyLoss and its gradients.

    python3 src/test/python/losses.py > src/test/resources/optimizer/losses.json
"""

import json

import torch

torch.manual_seed(3)
cases = []
for count, classes, smoothing, scale in [(4, 10, 0.0, 1.0), (3, 5, 0.1, 3.0), (1, 2, 0.0, 200.0), (6, 3, 0.3, 10.0)]:
    scores = (torch.randn(count, classes) * scale).requires_grad_()
    labels = torch.randint(0, classes, (count,))
    loss = torch.nn.CrossEntropyLoss(label_smoothing=smoothing)(scores, labels)
    loss.backward()
    cases.append({
        "classes": classes,
        "smoothing": smoothing,
        "labels": labels.tolist(),
        "scores": [float(v) for v in scores.detach().flatten()],
        "loss": float(loss),
        "gradient": [float(v) for v in scores.grad.flatten()],
    })
print("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]")
