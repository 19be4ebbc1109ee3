"""
Loads the weights of GANs into the modules of their PyTorchSource and runs both networks, in float64. Each folder has a file modules.py,
weights.safetensors and inputs.safetensors; what is computed goes to outputs.safetensors, and what is wrong to error.txt. The
weights times -1 go to negated.safetensors.
"""

import pathlib
import sys
import traceback

import torch
from safetensors_files import load_file, save_file


def run(folder):
    source = (folder / "modules.py").read_text(encoding="utf-8")
    namespace = {"__name__": "modules"}
    exec(compile(source, str(folder / "modules.py"), "exec"), namespace)
    gan = namespace[(folder / "class.txt").read_text(encoding="utf-8")]()
    gan.load_state_dict(load_file(folder / "weights.safetensors"), strict=True)
    other = {name: -values if values.is_floating_point() else values + 1 for name, values in gan.state_dict().items()}
    save_file(other, folder / "negated.safetensors")
    gan.double()
    inputs = load_file(folder / "inputs.safetensors")
    outputs = {}
    for name in ("generator", "discriminator"):
        network = getattr(gan, name)
        network.eval()
        given = inputs[f"{name}.input"].requires_grad_()
        labels = [inputs[f"{name}.labels"]] if f"{name}.labels" in inputs else []
        results = network.classify(given, *labels) if hasattr(network, "classify") else (network(given, *labels),)
        scalar = 0
        for index, result in enumerate(results):
            outputs[f"{name}.output{index}"] = result
            scalar = scalar + (result * inputs[f"{name}.weight{index}"]).sum()
        assert torch.equal(results[0], network(given, *labels))
        scalar.backward()
        outputs[f"{name}.gradient.input"] = given.grad
        for parameter, values in network.named_parameters():
            outputs[f"{name}.gradient.{parameter}"] = torch.zeros_like(values) if values.grad is None else values.grad
        # What draws at random cannot be compared in training; power iterations, the other use of it, can.
        if source.count("self.training") == source.count("class SpectralNorm("):
            network.train()
            outputs[f"{name}.training"] = network(given, *labels)
            for buffer, values in network.named_buffers():
                outputs[f"{name}.state.{buffer}"] = values.double()
    save_file(outputs, folder / "outputs.safetensors")


torch.set_num_threads(1)
for folder in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    try:
        run(folder)
    except Exception:
        (folder / "error.txt").write_text(traceback.format_exc(), encoding="utf-8")
