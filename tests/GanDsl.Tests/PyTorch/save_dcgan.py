"""Saves the generator and the discriminator of PyTorch's DCGAN tutorial with few channels, and what they compute in float64."""

import pathlib
import sys

import torch
from safetensors_files import save_file
from torch import nn

folder = pathlib.Path(sys.argv[1])
torch.manual_seed(5)


def numbered(*layers):
    network = nn.Module()
    network.main = nn.Sequential(*layers)
    for norm in (layer for layer in layers if isinstance(layer, nn.BatchNorm2d)):
        nn.init.normal_(norm.weight, 1, 0.2)
        nn.init.normal_(norm.running_mean, 0, 0.2)
        nn.init.uniform_(norm.running_var, 0.5, 1.5)
    return network.eval()


def enlarging(channels, out_channels):
    return [
        nn.ConvTranspose2d(channels, out_channels, 4, 2, 1, bias=False),
        nn.BatchNorm2d(out_channels),
        nn.ReLU(True),
    ]


generator = numbered(
    nn.ConvTranspose2d(10, 32, 4, 1, 0, bias=False),
    nn.BatchNorm2d(32),
    nn.ReLU(True),
    *enlarging(32, 16),
    *enlarging(16, 8),
    *enlarging(8, 4),
    nn.ConvTranspose2d(4, 3, 4, 2, 1, bias=False),
    nn.Tanh(),
)

save_file(generator.state_dict(), folder / "generator.safetensors")
torch.save(generator.state_dict(), folder / "generator.pt")
latents = torch.randn(3, 10, 1, 1)
images = generator.double().main(latents.double())
save_file({"latents": latents.reshape(3, 10).double(), "images": images}, folder / "computed.safetensors")
