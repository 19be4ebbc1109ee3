namespace GanDsl;

/// <summary>
/// The interval in which the values of a model's data lie. It decides how bytes are scaled to numbers and numbers back to
/// pixels, and which last activation suits a generator.
/// </summary>
public enum ValueRange
{
    /// <summary>Values in [-1, 1]; a generator ends in Tanh. The default.</summary>
    MinusOneToOne,

    /// <summary>Values in [0, 1]; a generator ends in Sigmoid.</summary>
    ZeroToOne,

    /// <summary>Any finite value; a generator ends without an activation.</summary>
    Unbounded,
}
