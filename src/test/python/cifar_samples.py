"""Writes archives like those of CIFAR's Python version: python3 src/test/python/cifar_samples.py

The published ones were written by Python 2, whose texts are bytes; Pickler2 writes as it did. The others are what one gets
who reads and writes them again with Python 3. An image of batch b has rows of b, 2 b and 255 (red, green, blue).
"""

import io
import pathlib
import pickle
import struct
import tarfile

import numpy

FOLDER = pathlib.Path(__file__).parent.parent / "resources" / "dataset" / "cifar"
NAMES = "airplane automobile bird cat deer dog frog horse ship truck".split()


class Pickler2(pickle._Pickler):
    """Texts as Python 2 wrote them: bytes of a short or a long length."""

    dispatch = dict(pickle._Pickler.dispatch)

    def save_text(self, text):
        data = text if isinstance(text, bytes) else text.encode()
        short = len(data) < 256
        self.write((b"U" + bytes([len(data)]) if short else b"T" + struct.pack("<i", len(data))) + data)
        self.memoize(text)

    dispatch[str] = save_text
    dispatch[bytes] = save_text


def image(batch):
    return numpy.repeat(numpy.array([batch, 2 * batch, 255], numpy.uint8), 1024)


def pickled(value, protocol):
    out = io.BytesIO()
    if protocol == "python2":
        Pickler2(out, 2).dump(value)
    else:
        pickle.dump(value, out, protocol)
    return out.getvalue()


def archive(name, folder, files, protocol):
    with tarfile.open(FOLDER / name, "w:gz") as tar:
        for file, value in files.items():
            data = pickled(value, protocol)
            entry = tarfile.TarInfo(f"{folder}/{file}")
            entry.size = len(data)
            tar.addfile(entry, io.BytesIO(data))


def batch(number, labels):
    images = numpy.stack([image(number)] * len(labels))
    return {
        "batch_label": f"batch {number} of 5",
        "labels": labels,
        "data": images,
        "filenames": [f"image_{number}_{index}.png" for index in range(len(labels))],
    }


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    ten = {f"data_batch_{number}": batch(number, [number, 0]) for number in range(1, 6)}
    ten["test_batch"] = batch(9, [9])
    ten["batches.meta"] = {"num_cases_per_batch": 10000, "label_names": NAMES, "num_vis": 3072}
    for protocol in ("python2", 2, 3, 4, 5):
        archive(f"ten-{protocol}.tar.gz", "cifar-10-batches-py", ten, protocol)
    hundred = {
        name: {
            "filenames": ["a.png"],
            "batch_label": "batch 1 of 1",
            "fine_labels": [fine],
            "coarse_labels": [coarse],
            "data": image(7)[None],
        }
        for name, fine, coarse in (("train", 72, 4), ("test", 99, 1))
    }
    hundred["meta"] = {
        "fine_label_names": [f"fine{index}" for index in range(100)],
        "coarse_label_names": [f"coarse{index}" for index in range(20)],
    }
    archive("hundred.tar.gz", "cifar-100-python", hundred, "python2")


if __name__ == "__main__":
    main()
