extern alias Runtime;
using Runtime::GanDsl;
using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Layers;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using TorchSharp;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace GanDsl.Fuzzing.Building;

/// <summary>Exports the networks of an emitted GAN and runs them by ONNX Runtime: they have to compute what they compute in torch.</summary>
internal static class ExportedRun
{
    /// <summary>Of the largest output.</summary>
    private const double Tolerance = 1e-5;

    /// <summary>ONNX Runtime's Sigmoid and Tanh are exact to a part of 1, however small what they answer.</summary>
    private const double ToleranceOfSmall = 1e-6;

    private static readonly int[] Counts = [1, 3];

    /// <summary>What goes wrong; null when nothing does.</summary>
    public static string? Failure(GanDraft draft, IGan gan)
    {
        var folder = Directory.CreateTempSubdirectory("gandsl-fuzz-").FullName;
        try
        {
            return Failure(draft, gan, OnnxNetwork.Generator, gan.SampledGenerator, [draft.Latent!.Value], folder)
                ?? Failure(draft, gan, OnnxNetwork.Discriminator, gan.Discriminator, draft.Judged, folder);
        }
        catch (GanException exception) when (exception.Message.Contains("not finite"))
        {
            // A step may diverge, and what it leaves is refused.
            return null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Failure(
        GanDraft draft,
        IGan gan,
        OnnxNetwork kind,
        nn.Module network,
        long[] input,
        string folder
    )
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var path = Path.Combine(folder, "network.onnx");
        gan.ExportOnnx(path, new OnnxOptions { Network = kind, ModelCard = false });
        using var single = new SessionOptions
        {
            IntraOpNumThreads = 1,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        using var session = new InferenceSession(path, single);
        network.eval();
        foreach (var count in Counts)
        {
            var x = randn([count, .. input]);
            var labels = FuzzedLabelLayer.Labels(count, draft.Labels ?? 1);
            var expected = Outputs(network, x, labels);
            var found = Run(session, x, labels);
            for (var output = 0; output < expected.Count; output++)
            {
                if (
                    Difference(expected[output], found[output], () => Amplified(network, x, labels, output)) is
                    { } difference
                )
                {
                    return $"the exported {kind} {difference} ({count} examples)";
                }
            }
        }

        network.train();
        return null;
    }

    private static string? Difference(Tensor expected, Tensor found, Func<double> amplified)
    {
        if (!expected.shape.SequenceEqual(found.shape))
        {
            return $"answers [{string.Join(", ", found.shape)}] in the place of [{string.Join(", ", expected.shape)}]";
        }

        // What overflows depends on the order of sums.
        if (!expected.isfinite().all().item<bool>())
        {
            return null;
        }

        var (difference, largest) = (LargestOf(expected - found), LargestOf(expected));
        return difference <= Math.Max(Tolerance * largest, ToleranceOfSmall) || difference <= 10 * amplified()
            ? null
            : $"differs by {difference:E1} of {largest:E1}";
    }

    /// <summary>How far the output moves where inputs and weights are rounded another way: a normalisation of equal values makes much of it.</summary>
    private static double Amplified(nn.Module network, Tensor x, Tensor labels, int output)
    {
        const int Draws = 5;
        var wanted = Outputs(network, x, labels)[output];
        var saved = network.parameters().Select(parameter => (parameter, parameter.clone())).ToList();
        var moved = 0.0;
        for (var draw = 0; draw < Draws; draw++)
        {
            saved.ForEach(each => each.parameter.copy_(Rounded(each.Item2)));
            moved = Math.Max(moved, LargestOf(Outputs(network, Rounded(x), labels)[output] - wanted));
        }

        saved.ForEach(each => each.parameter.copy_(each.Item2));
        return moved;
    }

    private static Tensor Rounded(Tensor values) => values * (1 + (randn_like(values) * Math.Pow(2, -23)));

    private static double LargestOf(Tensor values) => values.abs().max().to(ScalarType.Float64).item<double>();

    /// <summary>The output, and with an auxiliary classifier the logits of the classes.</summary>
    private static List<Tensor> Outputs(nn.Module network, Tensor x, Tensor labels)
    {
        if (network.GetType().GetMethod("Classify") is { } classify)
        {
            object[] arguments = classify.GetParameters().Length == 2 ? [x, labels] : [x];
            var (logits, classLogits) = ((Tensor, Tensor))classify.Invoke(network, arguments)!;
            return [logits, classLogits];
        }

        return
        [
            network is nn.Module<Tensor, Tensor, Tensor> labelled
                ? labelled.call(x, labels)
                : ((nn.Module<Tensor, Tensor>)network).call(x),
        ];
    }

    private static List<Tensor> Run(InferenceSession session, Tensor x, Tensor labels)
    {
        List<NamedOnnxValue> inputs =
        [
            NamedOnnxValue.CreateFromTensor(
                session.InputNames[0],
                new DenseTensor<float>(x.data<float>().ToArray(), [.. x.shape.Select(size => (int)size)])
            ),
        ];
        if (session.InputNames.Count > 1)
        {
            inputs.Add(
                NamedOnnxValue.CreateFromTensor(
                    session.InputNames[1],
                    new DenseTensor<long>(labels.data<long>().ToArray(), [(int)labels.shape[0]])
                )
            );
        }

        using var results = session.Run(inputs);
        return
        [
            .. results.Select(result =>
            {
                var values = result.AsTensor<float>();
                return tensor(values.ToArray(), [.. values.Dimensions.ToArray().Select(size => (long)size)]);
            }),
        ];
    }
}
