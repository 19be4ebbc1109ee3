"""Reads and writes safetensors files with the standard library and torch alone."""

import json
import struct

import torch

TYPES = {"F64": torch.float64, "F32": torch.float32, "F16": torch.float16, "I64": torch.int64}
NAMES = {type: name for name, type in TYPES.items()}


def load_file(path):
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        values = bytearray(file.read())
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            (begin, end), dtype = entry["data_offsets"], TYPES[entry["dtype"]]
            flat = torch.frombuffer(values[begin:end], dtype=dtype) if end > begin else torch.empty(0, dtype=dtype)
            tensors[name] = flat.reshape(entry["shape"]).clone()
    return tensors


def save_file(tensors, path):
    header, values = {}, bytearray()
    for name, tensor in tensors.items():
        bytes_ = tensor.detach().contiguous().numpy().tobytes()
        offsets = [len(values), len(values) + len(bytes_)]
        header[name] = {"dtype": NAMES[tensor.dtype], "shape": list(tensor.shape), "data_offsets": offsets}
        values += bytes_
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + values)
