using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Optimizers;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Oracle;

/// <summary>Trains two networks on the engine and insists on finite numbers.</summary>
internal sealed class EngineTrainer : IDisposable
{
    private readonly GanDraft gan;
    private readonly EngineNetwork g;
    private readonly EngineNetwork d;
    private readonly List<optim.Optimizer> owned = [];
    private readonly optim.Optimizer gLearns;
    private readonly optim.Optimizer dLearns;
    private int steps;

    public EngineTrainer(
        GanDraft gan,
        EngineNetwork g,
        EngineNetwork d,
        IReadOnlyList<FuzzedOptimizer> ofG,
        IReadOnlyList<FuzzedOptimizer> ofD
    )
    {
        (this.gan, this.g, this.d) = (gan, g, d);
        RequireParameters("G", g);
        RequireParameters("D", d);
        gLearns = Create(g, ofG);
        dLearns = Create(d, ofD);
    }

    /// <summary>Each network moves one step down its loss.</summary>
    public void Step(Tensor real, Tensor latents)
    {
        var parts = real.chunk(gan.Parts, 0).Zip(latents.chunk(gan.Parts, 0), (x, z) => (Real: Packed(x), Latents: z));
        Move("D", d, dLearns, [.. parts.Select(part => LossOfDiscriminator(part.Real, part.Latents))]);
        foreach (var regularizer in gan.Regularizers)
        {
            regularizer.AfterStep(d.Parameters);
        }

        Move("G", g, gLearns, [.. parts.Select(part => LossOfGenerator(part.Real, part.Latents))]);
        steps++;
    }

    private Tensor LossOfDiscriminator(Tensor real, Tensor latents)
    {
        var fakes = Packed(g.Forward(latents).detach());
        var loss = EngineLoss.Of(gan.Loss).OfDiscriminator(d.Forward(real), d.Forward(fakes));
        foreach (var penalty in gan.Regularizers.Select(each => each.Penalty(d.Forward, real, fakes)).OfType<Tensor>())
        {
            loss += penalty;
        }

        return loss;
    }

    private Tensor LossOfGenerator(Tensor real, Tensor latents) =>
        EngineLoss.Of(gan.Loss).OfGenerator(d.Forward(real).detach(), d.Forward(Packed(g.Forward(latents))));

    /// <summary>Both networks as they are used after training.</summary>
    public void Evaluate(Tensor real, Tensor latents)
    {
        using var noGradients = no_grad();
        (g.Training, d.Training) = (false, false);
        RequireFinite("what G gives in evaluation", g.Forward(latents));
        RequireFinite("what D gives in evaluation", d.Forward(Packed(real)));
    }

    public void Dispose() => owned.ForEach(optimizer => optimizer.Dispose());

    /// <summary>The first one is what the network learns by; the others only have to exist.</summary>
    private optim.Optimizer Create(EngineNetwork network, IReadOnlyList<FuzzedOptimizer> declared)
    {
        var created = declared.Select(optimizer => optimizer.Create(network.Parameters)).ToList();
        owned.AddRange(created);
        return created[0];
    }

    /// <summary>One step down the mean of the losses, whose gradients add up one after the other.</summary>
    private void Move(string name, EngineNetwork network, optim.Optimizer optimizer, Tensor[] losses)
    {
        optimizer.zero_grad();
        foreach (var loss in losses)
        {
            RequireFinite($"the loss of {name}", loss);
            autograd.backward([loss / losses.Length]);
        }

        var gradients = network.Parameters.Select(parameter => parameter.grad).OfType<Tensor>().ToList();
        if (gradients.Count == 0)
        {
            throw new RefusedException($"no parameter of {name} gets a gradient");
        }

        gradients.ForEach(gradient => RequireFinite($"a gradient of {name}", gradient));
        Clip(gradients);
        foreach (var group in optimizer.ParamGroups)
        {
            group.LearningRate =
                group.InitialLearningRate
                * gan.Regularizers.Aggregate(1.0, (product, each) => product * each.Factor(steps));
        }

        optimizer.step();
        foreach (var parameter in network.Parameters)
        {
            RequireFinite($"a parameter of {name}", parameter);
        }

        foreach (var buffer in network.Buffers)
        {
            RequireFinite($"a running statistic of {name}", buffer);
        }
    }

    private void Clip(List<Tensor> gradients)
    {
        if (
            gan.Regularizers.Select(each => each.LargestGradient).FirstOrDefault(norm => norm is not null)
            is not { } largest
        )
        {
            return;
        }

        using var noGradients = no_grad();
        var norm = Math.Sqrt(gradients.Sum(gradient => gradient.to(ScalarType.Float64).square().sum().item<double>()));
        foreach (var gradient in gradients.Where(_ => norm > largest))
        {
            gradient.mul_(largest / norm);
        }
    }

    private Tensor Packed(Tensor examples) => examples.reshape([examples.shape[0] / gan.Packing, .. gan.Judged]);

    private static void RequireParameters(string name, EngineNetwork network)
    {
        if (!network.Parameters.Any())
        {
            throw new RefusedException($"{name} has no parameter");
        }
    }

    private static void RequireFinite(string what, Tensor tensor)
    {
        // A sum over NaN or infinity is neither; a sum of finite floats of this size stays finite as a double.
        if (!double.IsFinite(tensor.detach().to(ScalarType.Float64).sum().item<double>()))
        {
            throw new DivergedException($"{what} is not finite");
        }
    }
}
