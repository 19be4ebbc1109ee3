using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Onnx;

/// <summary>Calls of networks, whether or not they read labels and name classes.</summary>
internal static class NetworkCall
{
    /// <summary>The output, and with an auxiliary classifier the logits of the classes.</summary>
    public static List<Tensor> Outputs(nn.Module network, Tensor input, Tensor labels)
    {
        if (network.GetType().GetMethod("Classify") is not { } classify)
        {
            return [Forward(network, input, labels)];
        }

        object[] arguments = classify.GetParameters().Length == 2 ? [input, labels] : [input];
        var (logits, classLogits) = ((Tensor, Tensor))classify.Invoke(network, arguments)!;
        return [logits, classLogits];
    }

    public static Tensor Forward(nn.Module network, Tensor input, Tensor labels) =>
        network is nn.Module<Tensor, Tensor, Tensor> conditional
            ? conditional.call(input, labels)
            : ((nn.Module<Tensor, Tensor>)network).call(input);
}
