using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Layers;
using GanDsl.Fuzzing.Optimizers;
using GanDsl.Fuzzing.Regularizers;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Oracle;

/// <summary>
/// Says whether a declaration works by building it on the engine and training it, without GanDsl's shape rules and without the
/// code that it emits.
/// </summary>
internal static class EngineOracle
{
    private const int SeedsTried = 30;

    private static readonly FuzzedOptimizer DefaultOptimizer = new FuzzedAdam(2e-4, 0.5, null, null, null, null);

    /// <exception cref="UndecidedException">There is none.</exception>
    public static Opinion Judge(GanDraft gan, int seed)
    {
        var opinion = Decide(gan, seed);
        return opinion.Works && gan.BatchSize != 1
            ? opinion with
            {
                WorksAlone = Decide(gan with { BatchSize = 1 }, seed).Works,
            }
            : opinion;
    }

    /// <summary>Whether there are random numbers with which what works does not: where a step is long and slopes are steep.</summary>
    public static bool MayDiverge(GanDraft gan) =>
        Enumerable.Range(1, SeedsTried).Any(seed => !JudgeAsDeclared(gan, seed).Works);

    /// <summary>What diverges has to do so whatever the random numbers, and not because large numbers have no room in float32.</summary>
    private static Opinion Decide(GanDraft gan, int seed)
    {
        var opinion = JudgeAsDeclared(gan, seed);
        return
            opinion.Diverges
            && (
                WorksInDouble(gan, seed)
                || Enumerable.Range(1, SeedsTried).Any(other => JudgeAsDeclared(gan, other).Works)
            )
            ? throw new UndecidedException()
            : opinion;
    }

    private static bool WorksInDouble(GanDraft gan, int seed)
    {
        set_default_dtype(ScalarType.Float64);
        try
        {
            return JudgeAsDeclared(gan, seed).Works;
        }
        finally
        {
            set_default_dtype(ScalarType.Float32);
        }
    }

    private static Opinion JudgeAsDeclared(GanDraft gan, int seed)
    {
        using var scope = NewDisposeScope();
        manual_seed(seed);
        try
        {
            return DeclarationContract.Refusal(gan) is { } reason ? Opinion.Refusal(reason) : Train(gan);
        }
        catch (UndecidedException)
        {
            throw;
        }
        catch (Exception exception) when (exception.Message.Contains("can't allocate memory"))
        {
            // A larger machine might run it: as with what costs too much, there is no opinion.
            throw new UndecidedException();
        }
        catch (DivergedException exception)
        {
            return Opinion.Refusal(exception.Message) with { Diverges = true };
        }
        catch (Exception exception)
        {
            return Opinion.Refusal(exception.Message.Split('\n')[0]);
        }
    }

    private static Opinion Train(GanDraft gan)
    {
        // No shape depends on N beyond "one or more", and no rule is about the memory of a whole minibatch.
        var n = gan.SmallBatch;
        long[] data = [n, .. gan.Data[0].Shape];
        MemoryBound.Require(Sizes.Product(gan.Data[0].Shape), 0);
        MemoryBound.Require(gan.Latent!.Value, 0);

        using var g = new EngineNetwork(gan.Generator!.Layers, [.. gan.Modifiers, .. gan.Generator.Modifiers]);
        using var d = new EngineNetwork(gan.Discriminator!.Layers, [.. gan.Modifiers, .. gan.Discriminator.Modifiers]);
        var fakes = g.Forward(randn([n, gan.Latent.Value]));
        if (!fakes.shape.SequenceEqual(data))
        {
            throw new RefusedException(
                $"G gives [{string.Join(", ", fakes.shape)}], the data are [{string.Join(", ", data)}]"
            );
        }

        long[] judged = [n / gan.Packing, .. gan.Judged];
        var logits = d.Forward(randn(judged));
        if (logits.numel() != judged[0])
        {
            throw new RefusedException($"D gives [{string.Join(", ", logits.shape)}] for {judged[0]} inputs");
        }

        if (gan.Regularizers.OfType<FuzzedWeightClipping>().Any() && d.Normalized.Any())
        {
            // Clipped weights are a few equal numbers, whose product with the estimated singular vectors can be exactly 0; here they are
            // not estimated.
            throw new UndecidedException();
        }

        using var trainer = new EngineTrainer(
            gan,
            g,
            d,
            OptimizersOf(gan, gan.Generator),
            OptimizersOf(gan, gan.Discriminator)
        );
        trainer.Step(randn(data), randn([n, gan.Latent.Value]));
        trainer.Step(zeros(data), zeros([n, gan.Latent.Value]));
        trainer.Evaluate(randn(data), randn([n, gan.Latent.Value]));
        return new(true, "", n == 1, new(g.Outputs, g.ParameterCount), new(d.Outputs, d.ParameterCount));
    }

    /// <summary>The one that the network learns by, then the others that are declared for it.</summary>
    private static FuzzedOptimizer[] OptimizersOf(GanDraft gan, NetworkDraft network) =>
        [.. network.Optimizers, .. gan.Optimizers, DefaultOptimizer];
}
