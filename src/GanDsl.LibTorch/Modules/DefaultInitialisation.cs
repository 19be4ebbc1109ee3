namespace TorchSharp.Modules;

/// <summary>How PyTorch's linear and convolutional layers draw their parameters unless told otherwise.</summary>
internal static class DefaultInitialisation
{
    /// <summary>Fills the weights, then the bias, each from U(-1/√fan_in, 1/√fan_in).</summary>
    public static void Apply(torch.Tensor weight, torch.Tensor? bias)
    {
        // PyTorch writes the bound of the weights as a Kaiming bound with a = √5; the same words give the same bits.
        torch.nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is null)
        {
            return;
        }

        var (fanIn, _) = torch.nn.init.CalculateFanInAndFanOut(weight);
        if (fanIn > 0)
        {
            var bound = 1 / Math.Sqrt(fanIn);
            torch.nn.init.uniform_(bias, -bound, bound);
        }
    }
}
