namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.sigmoid()"/>
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    /// <inheritdoc cref="Tensor.sigmoid_()"/>
    public static Tensor sigmoid_(Tensor input) => input.sigmoid_();

    /// <inheritdoc cref="Tensor.softmax(long, ScalarType?)"/>
    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => input.softmax(dim, dtype);
}
