using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Oracle;

/// <summary>A loss as its paper has it: what the two networks minimise, from the scores of real and of generated examples.</summary>
/// <param name="OfDiscriminator">What D minimises.</param>
/// <param name="OfGenerator">What G minimises.</param>
internal sealed record EngineLoss(
    Func<Tensor, Tensor, Tensor> OfDiscriminator,
    Func<Tensor, Tensor, Tensor> OfGenerator
)
{
    private const string Default = "NonSaturating";

    /// <summary>Every loss that declarations are drawn with, by its name; a test compares it with GanDsl's own.</summary>
    public static readonly IReadOnlyDictionary<string, EngineLoss> All = new SortedDictionary<string, EngineLoss>(
        StringComparer.Ordinal
    )
    {
        ["Hinge"] = new(
            (real, fake) => nn.functional.relu(1 - real).mean() + nn.functional.relu(fake + 1).mean(),
            (_, fake) => -fake.mean()
        ),
        ["LeastSquares"] = new(
            (real, fake) => (real - 1).pow(2).mean() / 2 + fake.pow(2).mean() / 2,
            (_, fake) => (fake - 1).pow(2).mean() / 2
        )
        {
            HasLabel = true,
        },
        [Default] = new(CrossEntropy, (_, fake) => Softplus(-fake)) { HasLabel = true },
        ["RelativisticAverage"] = new(
            (real, fake) => Softplus(fake.mean() - real) + Softplus(fake - real.mean()),
            (real, fake) => Softplus(real.mean() - fake) + Softplus(real - fake.mean())
        ),
        ["Saturating"] = new(CrossEntropy, (_, fake) => -Softplus(fake)) { HasLabel = true },
        ["Wasserstein"] = new((real, fake) => fake.mean() - real.mean(), (_, fake) => -fake.mean()),
    };

    /// <summary>Whether D has a label for real examples, which can be smoothed.</summary>
    public bool HasLabel { get; private init; }

    /// <summary>The loss that a declaration names, such as <c>GanLoss.Hinge</c>; the default one where it names none.</summary>
    public static EngineLoss Of(string? loss) =>
        All.TryGetValue(loss?.Split('.')[^1] ?? Default, out var known)
            ? known
            : throw new ArgumentOutOfRangeException(nameof(loss), loss, "The oracle has no formula for this loss.");

    private static Tensor CrossEntropy(Tensor real, Tensor fake) => Softplus(-real) + Softplus(fake);

    private static Tensor Softplus(Tensor x) => -nn.functional.logsigmoid(-x).mean();
}
