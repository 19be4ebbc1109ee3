using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Oracle;

/// <summary>The losses as their papers have them, by the name that is declared; what the two networks minimise.</summary>
internal static class EngineLoss
{
    public static Tensor OfDiscriminator(string? loss, Tensor real, Tensor fake) =>
        Name(loss) switch
        {
            "LeastSquares" => (real - 1).pow(2).mean() / 2 + fake.pow(2).mean() / 2,
            "Wasserstein" => fake.mean() - real.mean(),
            "Hinge" => nn.functional.relu(1 - real).mean() + nn.functional.relu(fake + 1).mean(),
            "RelativisticAverage" => Softplus(fake.mean() - real) + Softplus(fake - real.mean()),
            _ => Softplus(-real) + Softplus(fake),
        };

    public static Tensor OfGenerator(string? loss, Tensor real, Tensor fake) =>
        Name(loss) switch
        {
            "Saturating" => -Softplus(fake),
            "LeastSquares" => (fake - 1).pow(2).mean() / 2,
            "Wasserstein" or "Hinge" => -fake.mean(),
            "RelativisticAverage" => Softplus(real.mean() - fake) + Softplus(real - fake.mean()),
            _ => Softplus(-fake),
        };

    /// <summary>Whether D has a label for real examples, which can be smoothed.</summary>
    public static bool HasLabel(string? loss) => Name(loss) is not ("Wasserstein" or "Hinge" or "RelativisticAverage");

    private static string? Name(string? loss) => loss?.Split('.')[^1];

    private static Tensor Softplus(Tensor x) => -nn.functional.logsigmoid(-x).mean();
}
