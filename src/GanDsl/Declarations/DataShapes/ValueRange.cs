namespace GanDsl;

/// <summary>The range that the values of the data lie in.</summary>
public enum ValueRange
{
    /// <summary>[-1, 1]: what a generator that ends in Tanh fills.</summary>
    MinusOneToOne,

    /// <summary>[0, 1]: what a generator that ends in Sigmoid fills.</summary>
    ZeroToOne,

    /// <summary>Any real number.</summary>
    Unbounded,
}
