using GanDsl.Modules;
using static TorchSharp.torch;

namespace GanDsl.Tests.Models;

/// <summary>The hinge loss, as a program declares one of its own.</summary>
internal static class OwnHinge
{
    public static Tensor Discriminator(Tensor realLogits, Tensor fakeLogits) =>
        realLogits.SubtractFrom(1).relu().mean().Plus(fakeLogits.Plus(1).relu().mean());

    public static Tensor Generator(Tensor fakeLogits) => -fakeLogits.mean();
}
