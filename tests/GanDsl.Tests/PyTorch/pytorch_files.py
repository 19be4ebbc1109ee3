"""
Saves what a state dictionary may and may not be, and reads what was saved elsewhere: all *.pt in the folder 'ours' go to safetensors files
of the same name, by both ways of torch.load.
"""

import pathlib
import sys

import torch
from safetensors_files import save_file

folder = pathlib.Path(sys.argv[1])
ours = folder / "ours"
for path in sorted(ours.glob("*.pt")):
    for name, options in (("plain", {}), ("weights_only", {"weights_only": True})):
        save_file(torch.load(path, **options), path.with_suffix(f".{name}.safetensors"))

network = torch.nn.Module()
network.linear1 = torch.nn.Linear(2, 6)
network.linear2 = torch.nn.Linear(6, 1)
weights = network.state_dict()
torch.save(weights, folder / "weights.pt")
save_file(weights, folder / "weights.safetensors")


def refused(name, value, **options):
    torch.save(value, folder / f"{name}.refused", **options)


refused("module", network)
refused("parameters", dict(network.named_parameters()))
refused("tensor", weights["linear1.weight"])
refused("list", list(weights.values()))
refused("nested", {"generator": weights})
refused("number", {**weights, "linear1.bias": 3})
refused("keys", {1: weights["linear1.bias"]})
refused("old", weights, _use_new_zipfile_serialization=False)
refused("view", {**weights, "linear1.bias": torch.zeros(2, 6)[1]})
refused("expanded", {**weights, "linear1.bias": torch.zeros(1).expand(6)})
refused("transposed", {**weights, "linear1.weight": torch.zeros(2, 6).t()})
refused("channels_last", {"a": torch.zeros(2, 3, 2, 2).to(memory_format=torch.channels_last)})
refused("empty", {**weights, "linear1.bias": torch.zeros(0)})
refused("shape", {**weights, "linear1.bias": torch.zeros(7)})
refused("double", {**weights, "linear1.bias": torch.zeros(6).double()})
refused("missing", {"linear1.weight": weights["linear1.weight"]})
refused("more", {**weights, "linear3.bias": torch.zeros(1)})
