"""Writes the images of this folder and expected.txt, with Pillow: see README.md.

    python3 src/test/resources/dataset/images/make.py
"""

import pathlib
import sys

import numpy

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2] / "python"))
import compare_decoding  # noqa: E402

LEFT_OUT = {"noise.png", "large.jpg", "third-columns.png", "coarse.jpg", "coarse.webp", "cut-99.jpeg"}

lines = []
for name, data in compare_decoding.corpus(compare_decoding.scene().resize((30, 22))):
    if name in LEFT_OUT:
        continue
    (HERE / name).write_bytes(data)
    try:
        pixels = numpy.asarray(compare_decoding.pillow(data, (8, 6), "stretch")).tobytes().hex()
    except Exception:
        pixels = "refused"
    lines.append(f"{name} {pixels}")
(HERE / "expected.txt").write_text("\n".join(lines) + "\n")
