"""PyTorch's training steps on a GPU, for comparison.

Reads lines "NETWORKS WAY STEPS" and answers each with the milliseconds of one step and those for which the host was busy with it, or with
"no" and the reason. Argument: the device. Its first line is the version of PyTorch, a tab and the name of the device.
"""

import sys
import time

import torch
from torch import nn

device = torch.device(sys.argv[1])


def points():
    def network(outputs):
        return nn.Sequential(
            nn.Linear(2, 128), nn.LeakyReLU(0.2, inplace=True),
            nn.Linear(128, 128), nn.LeakyReLU(0.2, inplace=True),
            nn.Linear(128, outputs),
        )

    return network(2), network(1), torch.randn(256, 2), 2


def images():
    generator = nn.Sequential(
        nn.Linear(64, 128 * 7 * 7), nn.BatchNorm1d(128 * 7 * 7), nn.ReLU(True),
        nn.Unflatten(1, (128, 7, 7)),
        nn.ConvTranspose2d(128, 64, 4, 2, 1), nn.BatchNorm2d(64), nn.ReLU(True),
        nn.ConvTranspose2d(64, 1, 4, 2, 1), nn.Tanh(),
    )
    discriminator = nn.Sequential(
        nn.Conv2d(1, 64, 4, 2, 1), nn.LeakyReLU(0.2, inplace=True),
        nn.Conv2d(64, 128, 4, 2, 1), nn.LeakyReLU(0.2, inplace=True),
        nn.Flatten(), nn.Linear(128 * 7 * 7, 1),
    )
    return generator, discriminator, torch.rand(64, 1, 28, 28) * 2 - 1, 64


def faces():
    def up(inputs, outputs, stride=2, padding=1):
        return nn.ConvTranspose2d(inputs, outputs, 4, stride, padding, bias=False)

    def down(inputs, outputs, stride=2, padding=1):
        return nn.Conv2d(inputs, outputs, 4, stride, padding, bias=False)

    generator = nn.Sequential(
        nn.Unflatten(1, (100, 1, 1)),
        up(100, 512, 1, 0), nn.BatchNorm2d(512), nn.ReLU(True),
        up(512, 256), nn.BatchNorm2d(256), nn.ReLU(True),
        up(256, 128), nn.BatchNorm2d(128), nn.ReLU(True),
        up(128, 64), nn.BatchNorm2d(64), nn.ReLU(True),
        up(64, 3), nn.Tanh(),
    )
    discriminator = nn.Sequential(
        down(3, 64), nn.LeakyReLU(0.2, inplace=True),
        down(64, 128), nn.BatchNorm2d(128), nn.LeakyReLU(0.2, inplace=True),
        down(128, 256), nn.BatchNorm2d(256), nn.LeakyReLU(0.2, inplace=True),
        down(256, 512), nn.BatchNorm2d(512), nn.LeakyReLU(0.2, inplace=True),
        down(512, 1, 1, 0), nn.Flatten(),
    )
    return generator, discriminator, torch.rand(128, 3, 64, 64) * 2 - 1, 100


def step_of(networks, reads=False, bfloat16=False, **adam):
    """pytorch.org/tutorials/beginner/dcgan_faces_tutorial.html, on logits; in bfloat16 with channels last."""
    torch.manual_seed(0)
    generator, discriminator, real, latent_dimensions = networks()
    layout = torch.channels_last if bfloat16 and real.dim() == 4 else torch.contiguous_format
    generator = generator.to(device, memory_format=layout)
    discriminator = discriminator.to(device, memory_format=layout)
    real = real.to(device, memory_format=layout)
    criterion = nn.BCEWithLogitsLoss()
    generator_optimizer = torch.optim.Adam(generator.parameters(), lr=2e-4, betas=(0.5, 0.999), **adam)
    discriminator_optimizer = torch.optim.Adam(discriminator.parameters(), lr=2e-4, betas=(0.5, 0.999), **adam)
    ones = torch.ones(real.size(0), 1, device=device)
    zeros = torch.zeros(real.size(0), 1, device=device)

    def judge(examples):
        with torch.autocast(device.type, torch.bfloat16, enabled=bfloat16):
            return discriminator(examples).float()

    def generate():
        with torch.autocast(device.type, torch.bfloat16, enabled=bfloat16):
            return generator(torch.randn(real.size(0), latent_dimensions, device=device))

    def read(tensor):
        if reads:
            tensor.item()

    def step():
        discriminator.zero_grad()
        output = judge(real)
        real_error = criterion(output, ones)
        real_error.backward()
        read(output.mean())
        fake = generate()
        output = judge(fake.detach())
        fake_error = criterion(output, zeros)
        fake_error.backward()
        read(output.mean())
        discriminator_optimizer.step()

        generator.zero_grad()
        output = judge(fake)
        generator_error = criterion(output, ones)
        generator_error.backward()
        read(output.mean())
        generator_optimizer.step()
        read(real_error + fake_error)
        read(generator_error)

    return step


def graph_of(networks, **options):
    """A whole step, recorded once and replayed."""
    step = step_of(networks, fused=True, capturable=True, **options)
    side = torch.cuda.Stream()
    side.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(side):
        for _ in range(5):
            step()
    torch.cuda.current_stream().wait_stream(side)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        step()

    # With the step, whose networks and optimisers the recording writes to and does not hold.
    return lambda kept=step: graph.replay()


def synchronize():
    if device.type == "cuda":
        torch.cuda.synchronize()


def time_of(step, steps):
    synchronize()
    begin = time.perf_counter()
    for _ in range(steps):
        step()
    issued = time.perf_counter()
    synchronize()
    return (time.perf_counter() - begin) * 1000 / steps, (issued - begin) * 1000 / steps


NETWORKS = {"Points": points, "Images": images, "Faces": faces}
WAYS = {
    "tutorial": lambda networks: step_of(networks, reads=True),
    "fused": lambda networks: step_of(networks, fused=device.type == "cuda"),
    "graph": graph_of,
    "bfloat16": lambda networks: step_of(networks, bfloat16=True, fused=device.type == "cuda"),
    "bfloat16-graph": lambda networks: graph_of(networks, bfloat16=True),
}


def main():
    name = torch.cuda.get_device_name() if device.type == "cuda" else device.type
    print(f"{torch.__version__}\t{name}", flush=True)
    made = {}
    for line in sys.stdin:
        networks, way, steps = line.split()
        try:
            if (networks, way) not in made:
                made[networks, way] = WAYS[way](NETWORKS[networks])
            print(*time_of(made[networks, way], int(steps)), flush=True)
        except Exception as failure:
            print("no", " ".join(str(failure).split())[:300], flush=True)


main()
