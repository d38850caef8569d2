"""Writes the small NumPy archives of src/test/resources/dataset/npz: python3 src/test/python/npz_samples.py"""
import pathlib

import numpy

FOLDER = pathlib.Path(__file__).parent.parent / "resources" / "dataset" / "npz"


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    planes = numpy.arange(2 * 3 * 2 * 2, dtype=numpy.uint8).reshape(2, 3, 2, 2)
    labels = numpy.array([2, 0], dtype=numpy.int64)
    numpy.savez_compressed(FOLDER / "images.npz", x=planes, y=labels)
    numpy.savez_compressed(FOLDER / "images-nhwc.npz", x=numpy.ascontiguousarray(planes.transpose(0, 2, 3, 1)), y=labels)
    numpy.savez_compressed(
        FOLDER / "numbers.npz",
        x=numpy.array([[0.5, -1.5, 2], [3, 4, 5]], dtype=numpy.float64),
        y=numpy.array([[1, 2], [3, 4.5]], dtype=numpy.float32),
    )
    numpy.savez_compressed(FOLDER / "uneven.npz", x=numpy.zeros((3, 2)), y=numpy.array([0, -1]))
    numpy.savez_compressed(FOLDER / "other.npz", a=numpy.zeros(3))


if __name__ == "__main__":
    main()
