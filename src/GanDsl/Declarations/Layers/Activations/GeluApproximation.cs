namespace GanDsl;

/// <summary>How <see cref="GELUAttribute"/> computes the normal distribution function. PyTorch: <c>approximate</c>.</summary>
public enum GeluApproximation
{
    /// <summary>Exactly, by the error function.</summary>
    None,

    /// <summary>By a hyperbolic tangent, to about 5e-4.</summary>
    Tanh,
}
