namespace GanDsl.Tests;

/// <summary>Closed forms in plain .NET arithmetic, exact far into both tails.</summary>
internal static class Exact
{
    /// <summary>log(1 + e^x).</summary>
    public static double Softplus(double x) => Math.Max(x, 0) + Log1P(Math.Exp(-Math.Abs(x)));

    /// <summary>1 / (1 + e^-x).</summary>
    public static double Sigmoid(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    /// <summary>
    /// log(1 + x) for x ≥ 0 without losing small x; .NET's double.LogP1 does lose it. Goldberg, "What every computer scientist
    /// should know about floating-point arithmetic", theorem 4.
    /// </summary>
    private static double Log1P(double x)
    {
        var rounded = 1 + x;
        return rounded == 1 ? x : x * Math.Log(rounded) / (rounded - 1);
    }
}
