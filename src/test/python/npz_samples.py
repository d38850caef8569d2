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
    part_archives()
    label_archives()
    odd_archives()


def part_archives():
    """Archives with the names that published ones have, and with others."""
    pixels = numpy.arange(48, dtype=numpy.uint8).reshape(12, 2, 2)
    classes = numpy.array([0, 1, 2] * 4, dtype=numpy.uint8)
    save("keras", x_train=pixels[:6], y_train=classes[:6], x_test=pixels[6:9], y_test=classes[6:9])
    colours = numpy.arange(12 * 12, dtype=numpy.uint8).reshape(12, 2, 2, 3)
    column = classes.reshape(12, 1)
    save(
        "medmnist",
        train_images=colours[:6],
        train_labels=column[:6],
        val_images=colours[6:9],
        val_labels=column[6:9],
        test_images=colours[9:],
        test_labels=column[9:],
    )
    numbers = numpy.arange(36, dtype=numpy.float32).reshape(12, 3)
    save("sklearn", data=numbers, target=classes.astype(int), target_names=numpy.array(["a", "b", "c"]), frame=numpy.array(None))
    save("shapes", spectra=numbers, kind=classes.astype(int), wavelengths=numpy.zeros(3), version=numpy.array(2))
    save("undecided", spectra=numbers, kind=classes.astype(int), plant=classes.astype(int))
    save("untargeted", x_train=numbers[:6], y_train=classes[:6], x_test=numbers[6:])
    save("uneven-parts", x_train=numbers[:6], y_train=classes[:6], x_test=numbers[6:, :2], y_test=classes[6:])


def label_archives():
    """Targets of every kind."""
    x = numpy.arange(12, dtype=numpy.float32).reshape(6, 2)
    save("onehot", x=x, y=numpy.eye(3)[[2, 0, 1, 2, 0, 1]])
    save("gaps", x=x, y=numpy.array([0, 2, 5, 0, 2, 5]))
    save("signed", x=x, y=numpy.array([-1, 1, -1, 1, -1, 1]))
    save("large", x=x, y=numpy.array([1 << 24, (1 << 24) + 1] * 3))
    save("many-hot", x=x, y=numpy.array([[1, 1], [0, 1], [0, 0]] * 2))
    save("fractions", x=x, y=numpy.array([0.5, 2, 5, 0.5, 2, 5]))
    save("texts", x=x, y=numpy.array(["cat", "dog"] * 3))


def odd_archives():
    """Other orders of dimensions and bytes, and values that are none."""
    x = numpy.arange(4 * 8 * 8 * 3, dtype=">i2").reshape(4, 8, 8, 3)
    save("nhwc", x=x, y=numpy.array([0, 1, 0, 1]))
    save("fortran", x=numpy.asfortranarray(numpy.arange(48).reshape(4, 3, 2, 2) / 2), y=numpy.array([0, 1, 0, 1]))
    bad = numpy.ones((2, 2, 3), dtype=numpy.float32)
    bad[1, 0, 2] = numpy.nan
    bad[1, 1, 1] = numpy.inf
    save("nan", x=bad, y=numpy.array([0, 1]))


def save(name, **arrays):
    numpy.savez_compressed(FOLDER / (name + ".npz"), **arrays)


if __name__ == "__main__":
    main()
