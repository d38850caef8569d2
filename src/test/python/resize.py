"""Writes the expected results of BatchReaderTest: PyTorch's bilinear interpolation.

    python3 src/test/python/resize.py > src/test/resources/dataset/resize.json
"""

import json

import torch
import torch.nn.functional as F

torch.manual_seed(1)
cases = []
for channels, source, target in [(1, (8, 8), (16, 16)), (1, (8, 8), (5, 12)), (3, (3, 4), (7, 4)), (2, (4, 4), (4, 4)), (1, (1, 1), (3, 2))]:
    pixels = torch.randint(0, 17, (2, channels) + source)
    out = F.interpolate(pixels.double() / 16, size=target, mode="bilinear", align_corners=False)
    cases.append({
        "channels": channels,
        "source": source,
        "target": target,
        # image, row, column, channel
        "pixels": pixels.permute(0, 2, 3, 1).flatten().tolist(),
        "expected": [round(v, 7) for v in out.permute(0, 2, 3, 1).flatten().tolist()],
    })
print("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]")
