"""
Runs the modules of each folder (modules.py, weights.safetensors, inputs.safetensors) in float64 and compares outputs and gradients with
outputs.safetensors. Prints the declarations that differ.
"""

import pathlib
import sys
import traceback

import torch
from safetensors_files import load_file

TOLERANCE = 1e-8


def run(folder):
    source = (folder / "modules.py").read_text(encoding="utf-8")
    namespace = {"__name__": "modules"}
    exec(compile(source, str(folder / "modules.py"), "exec"), namespace)
    gan = namespace["FuzzedGan"]().double()
    weights = load_file(folder / "weights.safetensors")
    average = {f"generator_average.{name[10:]}": value for name, value in weights.items() if name.startswith("generator.")}
    gan.load_state_dict({**weights, **(average if hasattr(gan, "generator_average") else {})}, strict=True)
    inputs, expected, found = load_file(folder / "inputs.safetensors"), load_file(folder / "outputs.safetensors"), {}
    for name in ("generator", "discriminator"):
        network = getattr(gan, name).eval()
        given = inputs[f"{name}.input"].requires_grad_()
        output = network(given, *([inputs[f"{name}.labels"]] if f"{name}.labels" in inputs else []))
        (output * inputs[f"{name}.factors"]).sum().backward()
        found[f"{name}.output"] = output.detach()
        found[f"{name}.gradient.input"] = torch.zeros_like(given) if given.grad is None else given.grad
        for parameter, values in network.named_parameters():
            found[f"{name}.gradient.{parameter}"] = torch.zeros_like(values) if values.grad is None else values.grad
    assert found.keys() == expected.keys(), found.keys() ^ expected.keys()
    largest = {name: values.abs().max().item() if values.numel() else 0 for name, values in expected.items()}
    for name, values in expected.items():
        assert found[name].shape == values.shape, f"{name}: {found[name].shape} instead of {values.shape}"
        # A gradient that is zero but for rounding, as before a Softmax and a mean, is as large as what cancels in it.
        scale = max(value for other, value in largest.items() if other.split(".")[0] == name.split(".")[0])
        difference = (found[name] - values).abs().max().item() if values.numel() else 0
        if scale == scale and scale != float("inf"):
            assert difference <= TOLERANCE * max(scale, 1e-30), f"{name} differs by {difference}, of {scale}"


torch.set_num_threads(1)
folders = sorted(pathlib.Path(sys.argv[1]).iterdir())
for folder in folders:
    try:
        run(folder)
    except Exception:
        print((folder / "declaration.txt").read_text(encoding="utf-8"), traceback.format_exc(limit=-1), sep="\n")
print(f"{len(folders)} compared")
