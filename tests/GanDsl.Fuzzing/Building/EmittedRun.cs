extern alias Runtime;
using Runtime::GanDsl;

using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Layers;
using GanDsl.Fuzzing.Oracle;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Building;

/// <summary>Runs an emitted GAN: it has to compute what the layers compute on the engine, and to train.</summary>
internal static class EmittedRun
{
    private const int Examples = 3;

    /// <summary>Whether the GAN can be created for minibatches of one; if not, a sentence has to say so before anything runs.</summary>
    /// <returns>What went wrong; null when nothing did.</returns>
    private static string? FailureAlone(Type driver, bool works)
    {
        using var emitted = (ITrainable)Activator.CreateInstance(driver)!;
        try
        {
            emitted.Create(1);
        }
        catch (GanException) when (!works)
        {
            return null;
        }
        catch (GanException exception)
        {
            return $"minibatches of one work, but are refused: {exception.Message}";
        }

        return works ? NotFinite(emitted.Step()) : "minibatches of one do not work, but are not refused";
    }

    /// <summary>What went wrong; null when nothing did.</summary>
    public static string? Failure(GanDraft gan, Opinion engine, Type driver)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        try
        {
            using var emitted = (ITrainable)Activator.CreateInstance(driver)!;
            emitted.Create(gan.SmallBatch);
            return Difference("G", emitted.Generator, gan.Generator!, gan.Labels ?? 1, [gan.Latent!.Value])
                ?? Difference("D", emitted.Discriminator, gan.Discriminator!, gan.Labels ?? 1, gan.Judged)
                ?? NotFinite(emitted.Step())
                ?? NotFinite(emitted.Sample())
                ?? (engine.Works ? FailureAlone(driver, engine.WorksAlone) : null);
        }
        catch (Exception exception)
        {
            var cause = exception.InnerException ?? exception;
            return $"{cause.GetType().Name}: {cause.Message.Split('\n')[0]}";
        }
    }

    /// <summary>Gives the network of the oracle the parameters of the emitted one; both have to answer the same then.</summary>
    private static string? Difference(string name, nn.Module emitted, NetworkDraft declared, int classes, long[] input)
    {
        using var noGradients = no_grad();
        using var expected = new EngineNetwork(declared.Layers);
        expected.Forward(randn([Examples, .. input]));
        expected.ResetStatistics();
        var (theirs, ours) = (emitted.parameters().ToList(), expected.Parameters.ToList());
        if (!theirs.Select(each => Text(each.shape)).SequenceEqual(ours.Select(each => Text(each.shape))))
        {
            return $"{name} has other parameters than its layers on the engine";
        }

        foreach (var (from, to) in theirs.Zip(ours))
        {
            to.copy_(from);
        }

        var x = randn([Examples, .. input]);
        emitted.eval();
        expected.Training = false;
        var (answer, wanted) = (Call(emitted, x, classes), expected.Forward(x));
        emitted.train();
        return Text(answer.shape) == Text(wanted.shape) && answer.allclose(wanted, 1e-3, 1e-5)
            ? null
            : $"{name} does not compute what its layers compute on the engine";
    }

    private static string? NotFinite((float Discriminator, float Generator) losses) =>
        float.IsFinite(losses.Discriminator) && float.IsFinite(losses.Generator)
            ? null
            : $"the losses of one step are {losses.Discriminator} and {losses.Generator}";

    private static Tensor Call(nn.Module network, Tensor x, int classes) =>
        network is nn.Module<Tensor, Tensor> unlabelled
            ? unlabelled.call(x)
            : ((nn.Module<Tensor, Tensor, Tensor>)network).call(x, FuzzedLabelLayer.Labels(x.shape[0], classes));

    private static string? NotFinite(Tensor samples) =>
        samples.isfinite().all().item<bool>() ? null : "the samples are not finite";

    private static string Text(long[] shape) => $"[{string.Join(", ", shape)}]";
}
