"""The training step of PyTorch's DCGAN tutorial, for comparison.

Reads lines "time NETWORKS STEPS" and answers each with the milliseconds of one step, and lines "peak NETWORKS STEPS" with
the peak of the memory above that of the loaded libraries, in KiB. Arguments: threads.
"""

import sys
import time

import torch
from torch import nn


def points():
    def network(outputs):
        return nn.Sequential(
            nn.Linear(2, 128), nn.LeakyReLU(0.2, inplace=True),
            nn.Linear(128, 128), nn.LeakyReLU(0.2, inplace=True),
            nn.Linear(128, outputs),
        )

    return network(2), network(1), torch.randn(256, 2), 2


def images(normalized=False):
    generator = nn.Sequential(
        nn.Linear(64, 128 * 7 * 7), nn.BatchNorm1d(128 * 7 * 7), nn.ReLU(True),
        nn.Unflatten(1, (128, 7, 7)),
        nn.ConvTranspose2d(128, 64, 4, 2, 1), nn.BatchNorm2d(64), nn.ReLU(True),
        nn.ConvTranspose2d(64, 1, 4, 2, 1), nn.Tanh(),
    )
    discriminator = nn.Sequential(
        nn.Conv2d(1, 64, 4, 2, 1), nn.LeakyReLU(0.2, inplace=True),
        nn.Conv2d(64, 128, 4, 2, 1), *([nn.BatchNorm2d(128)] if normalized else []), nn.LeakyReLU(0.2, inplace=True),
        nn.Flatten(), nn.Linear(128 * 7 * 7, 1),
    )
    return generator, discriminator, torch.rand(64, 1, 28, 28) * 2 - 1, 64


def tutorial_step(generator, discriminator, real, latent_dimensions):
    """pytorch.org/tutorials/beginner/dcgan_faces_tutorial.html, on logits."""
    criterion = nn.BCEWithLogitsLoss()
    generator_optimizer = torch.optim.Adam(generator.parameters(), lr=2e-4, betas=(0.5, 0.999))
    discriminator_optimizer = torch.optim.Adam(discriminator.parameters(), lr=2e-4, betas=(0.5, 0.999))

    def step():
        discriminator.zero_grad()
        label = torch.full((real.size(0),), 1.0)
        output = discriminator(real).view(-1)
        real_error = criterion(output, label)
        real_error.backward()
        output.mean().item()
        fake = generator(torch.randn(real.size(0), latent_dimensions))
        label.fill_(0.0)
        output = discriminator(fake.detach()).view(-1)
        fake_error = criterion(output, label)
        fake_error.backward()
        output.mean().item()
        discriminator_optimizer.step()

        generator.zero_grad()
        label.fill_(1.0)
        output = discriminator(fake).view(-1)
        generator_error = criterion(output, label)
        generator_error.backward()
        output.mean().item()
        generator_optimizer.step()
        return (real_error + fake_error).item(), generator_error.item()

    return step


def time_of(run):
    begin = time.perf_counter()
    run()
    return (time.perf_counter() - begin) * 1000


def peak_of(run):
    """What run needs at most; of a process that has done nothing yet."""

    def kibibytes(name):
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith(name))

    torch.zeros(1) + 1
    try:
        with open("/proc/self/clear_refs", "w") as clear:
            clear.write("5")
    except OSError:
        pass
    baseline = kibibytes("VmRSS:")
    run()
    return kibibytes("VmHWM:") - baseline


def main():
    torch.manual_seed(0)
    torch.set_num_threads(int(sys.argv[1]))
    networks = {"Points": points, "Images": images, "NormalizedImages": lambda: images(normalized=True)}
    steps = {}

    def run(name, count):
        if name not in steps:
            steps[name] = tutorial_step(*networks[name]())
        for _ in range(count):
            steps[name]()

    print(torch.__version__, flush=True)
    for line in sys.stdin:
        what, name, count = line.split()
        count = int(count)
        print(time_of(lambda: run(name, count)) / count if what == "time" else peak_of(lambda: run(name, count)), flush=True)


main()
