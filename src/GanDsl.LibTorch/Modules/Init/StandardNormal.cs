namespace TorchSharp.Modules;

/// <summary>The standard normal distribution.</summary>
internal static class StandardNormal
{
    /// <summary>Probability of a value up to <paramref name="x"/>.</summary>
    public static double Cdf(double x)
    {
        using var tensor = torch.tensor(x / Math.Sqrt(2.0), torch.ScalarType.Float64, torch.CPU);
        using var erf = InitOperators.Erf.Call(tensor);
        return (1.0 + erf.item<double>()) / 2.0;
    }
}
