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
    private static string? FailureAlone(GanDraft gan, Type driver, bool works)
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

        return works
            ? Unexplained(gan, NotFinite(emitted.Step()))
            : "minibatches of one do not work, but are not refused";
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
            return Difference(gan, emitted, driver)
                ?? Unexplained(gan, NotFinite(emitted.Step()) ?? NotFinite(emitted.Sample()))
                ?? (engine.Works ? ExportedRun.Failure(gan, emitted.Gan) : null)
                ?? (engine.Works ? FailureAlone(gan, driver, engine.WorksAlone) : null);
        }
        catch (Exception exception)
        {
            var cause = exception.InnerException ?? exception;
            return $"{cause.GetType().Name}: {cause.Message.Split('\n')[0]}";
        }
    }

    /// <summary>What the networks compute otherwise than the oracle's, by more than rounding.</summary>
    private static string? Difference(GanDraft gan, ITrainable emitted, Type driver)
    {
        var difference = Difference(gan, emitted, 1e-3, 1e-5);

        // A normalisation of values that are equal but for rounding makes large numbers of it, which float64 has 10^8 times smaller.
        return
            difference is not null
            && Difference(gan, emitted, 1e-3, 1e-5, mayAmplifyRounding: true) is null
            && DifferenceInDouble(gan, driver) is null
            ? null
            : difference;
    }

    private static string? DifferenceInDouble(GanDraft gan, Type driver)
    {
        set_default_dtype(ScalarType.Float64);
        try
        {
            using var emitted = (ITrainable)Activator.CreateInstance(driver)!;
            emitted.Create(gan.SmallBatch);
            return Difference(gan, emitted, 1e-6, 1e-8);
        }
        finally
        {
            set_default_dtype(ScalarType.Float32);
        }
    }

    private static string? Difference(
        GanDraft gan,
        ITrainable emitted,
        double relative,
        double absolute,
        bool mayAmplifyRounding = false
    )
    {
        return Of("G", emitted.Generator, gan.Generator!, [gan.Latent!.Value])
            ?? Of("D", emitted.Discriminator, gan.Discriminator!, gan.Judged);

        string? Of(string name, nn.Module network, NetworkDraft declared, long[] input) =>
            Difference(name, network, gan, declared, input, relative, absolute, mayAmplifyRounding);
    }

    /// <summary>Gives the network of the oracle the parameters of the emitted one; both have to answer the same then.</summary>
    private static string? Difference(
        string name,
        nn.Module emitted,
        GanDraft gan,
        NetworkDraft declared,
        long[] input,
        double relative,
        double absolute,
        bool mayAmplifyRounding
    )
    {
        using var noGradients = no_grad();
        using var expected = new EngineNetwork(declared.Layers, [.. gan.Modifiers, .. declared.Modifiers]);
        expected.Forward(randn([Examples, .. input]));
        expected.ResetStatistics();
        var (theirs, ours) = (emitted.parameters().ToList(), expected.Parameters.ToList());
        if (!theirs.Select(each => Text(each.shape)).SequenceEqual(ours.Select(each => Text(each.shape))))
        {
            return $"{name} has other parameters than its layers on the engine";
        }

        if (theirs.Zip(ours, expected.AreDrawn).Any(pair => pair.Third && !AreDrawnAlike(pair.First, pair.Second)))
        {
            return $"{name} starts from weights that are not drawn as declared";
        }

        foreach (var (from, to) in theirs.Zip(ours))
        {
            to.copy_(from);
        }

        var vectors = emitted.named_buffers().Where(buffer => buffer.name.Contains("SpectralNorm")).ToList();
        var normalized = expected.Normalized.ToList();
        if (vectors.Count != 2 * normalized.Count)
        {
            return $"{name} normalises {vectors.Count / 2} weights instead of {normalized.Count}";
        }

        foreach (var (weight, pair) in normalized.Zip(vectors.Chunk(2)))
        {
            weight.Estimate(pair[0].buffer, pair[1].buffer);
        }

        var x = randn([Examples, .. input]);
        emitted.eval();
        expected.Training = false;
        var (answer, wanted) = (Call(emitted, x, gan.Labels ?? 1), expected.Forward(x));
        emitted.train();
        return
            Text(answer.shape) == Text(wanted.shape)
            && (
                answer.allclose(wanted, relative, absolute)
                || (mayAmplifyRounding && IsAmplifiedRounding(expected, x, wanted, answer))
            )
            ? null
            : $"{name} does not compute what its layers compute on the engine";
    }

    /// <summary>Whether the oracle differs from itself as much once what each of its layers answers is rounded another way.</summary>
    private static bool IsAmplifiedRounding(EngineNetwork oracle, Tensor x, Tensor wanted, Tensor answer)
    {
        const int Draws = 5;
        const double Margin = 10;
        oracle.RoundingError = Math.Pow(2, -23);
        var amplified = Enumerable.Range(0, Draws).Max(_ => LargestDifference(oracle.Forward(x), wanted));
        oracle.RoundingError = 0;
        return LargestDifference(answer, wanted) <= Margin * amplified;
    }

    private static double LargestDifference(Tensor left, Tensor right) =>
        (left - right).abs().max().to(ScalarType.Float64).item<double>();

    /// <summary>Whether both are constant, with one value, or both vary on one scale as far as so many values tell.</summary>
    private static bool AreDrawnAlike(Tensor theirs, Tensor ours)
    {
        const int Enough = 24;
        const double Chance = 2.5;
        if (ours.numel() < Enough)
        {
            return true;
        }

        var (spread, expected) = (Deviation(theirs), Deviation(ours));
        var isMeanClose = Math.Abs(Mean(theirs) - Mean(ours)) <= (Chance * (spread + expected)) + 1e-6;
        return isMeanClose
            && (expected == 0 ? spread == 0 : spread >= expected / Chance && spread <= expected * Chance);
    }

    private static double Mean(Tensor values) => values.to(ScalarType.Float64).mean().item<double>();

    private static double Deviation(Tensor values)
    {
        var doubles = values.to(ScalarType.Float64);
        return (doubles.max() - doubles.min()).item<double>() == 0 ? 0 : doubles.std().item<double>();
    }

    /// <summary>That numbers are not finite, unless they may be on the engine, too, with other random numbers.</summary>
    private static string? Unexplained(GanDraft gan, string? notFinite) =>
        notFinite is not null && EngineOracle.MayDiverge(gan) ? null : notFinite;

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
