"""Writes what people have weights in beside npz and safetensors, as small as can be, by the tools themselves.

Run with torch, onnx, h5py, numpy and pillow; the files are kept, so that the tests need none of them.
"""

import gzip
import pathlib
import pickle

import h5py
import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from PIL import Image

FOLDER = pathlib.Path("src/test/resources/tensors/foreign")
WEIGHT = np.arange(6, dtype=np.float32).reshape(2, 3)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    state = {"l.weight": torch.from_numpy(WEIGHT), "l.bias": torch.zeros(2)}
    torch.save(state, FOLDER / "state.pt")
    torch.save({"state_dict": state, "epoch": 3}, FOLDER / "checkpoint.pth")
    torch.save(state, FOLDER / "old.pt", _use_new_zipfile_serialization=False)
    module = torch.nn.Sequential()
    module.add_module("l", torch.nn.Linear(3, 2))
    torch.jit.script(module).save(FOLDER / "script.pt")
    (FOLDER / "arrays.pkl").write_bytes(pickle.dumps({"l.weight": WEIGHT}))
    np.save(FOLDER / "array.npy", WEIGHT)
    (FOLDER / "array.npz").write_bytes(gzip.compress(b"anything", mtime=0))
    with h5py.File(FOLDER / "weights.h5", "w") as file:
        file["dense/kernel"] = WEIGHT
    graph = helper.make_graph(
        [helper.make_node("Identity", ["x"], ["y"])],
        "g",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1])],
        [numpy_helper.from_array(WEIGHT, "l.weight")],
    )
    onnx.save(helper.make_model(graph), FOLDER / "model.onnx")
    Image.new("RGB", (2, 2), (255, 0, 0)).save(FOLDER / "picture.png")
    (FOLDER / "notes.txt").write_text("Weights of the second experiment\n")
    (FOLDER / "nothing.npz").write_bytes(b"")


if __name__ == "__main__":
    main()
