using GanDsl.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Models;

/// <summary>The relativistic average loss, whose G compares with real examples, as a program declares one of its own.</summary>
internal static class OwnRelativistic
{
    public static Tensor Discriminator(Tensor realLogits, Tensor fakeLogits) => LooksMoreReal(realLogits, fakeLogits);

    public static Tensor Generator(Tensor realLogits, Tensor fakeLogits) => LooksMoreReal(fakeLogits, realLogits);

    private static Tensor LooksMoreReal(Tensor some, Tensor others) =>
        functional.softplus(others.mean() - some).mean().Plus(functional.softplus(others - some.mean()).mean());
}
