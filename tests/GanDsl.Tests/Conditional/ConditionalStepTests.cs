using System.Reflection;
using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Module = TorchSharp.torch.nn.Module;

namespace GanDsl.Tests.Conditional;

/// <summary>One step of each conditional GAN of points moves each player down the loss written out by hand, one pass at a time.</summary>
public sealed class ConditionalStepTests : IDisposable
{
    /// <summary>So small that adding a step of it to a parameter does not change the parameter.</summary>
    private const double Frozen = 1e-100;
    private const double Rate = 0.1;

    private readonly DoublePrecision precision = new();
    private readonly DisposeScope scope = NewDisposeScope();

    public static TheoryData<Type> Models =>
        new(
            typeof(AlternatingProjectedGan),
            typeof(AlternatingSharedFakesProjectedGan),
            typeof(SimultaneousProjectedGan),
            typeof(AlternatingAuxiliaryGan),
            typeof(AlternatingSharedFakesAuxiliaryGan),
            typeof(SimultaneousAuxiliaryGan),
            typeof(AlternatingAuxiliaryBatchNormGan)
        );

    [Theory]
    [MemberData(nameof(Models))]
    public void The_discriminator_learns_from_examples_with_their_labels(Type model)
    {
        using var gan = new LabelledGan(model, (Rate, Frozen));
        var (real, labels, latents) = Draw();
        var fakes = gan.G(latents, labels).detach();
        var loss = CrossEntropy(gan.Logits(real, labels), 1) + CrossEntropy(gan.Logits(fakes, labels), 0);
        var classification = gan.Classes(real) is { } ofReal
            ? functional.cross_entropy(ofReal, labels) + functional.cross_entropy(gan.Classes(fakes)!, labels)
            : null;
        var expected = Moved(gan.Discriminator, classification is null ? loss : loss + (0.5 * classification));

        var step = gan.Step(real, labels, latents);

        Values.AssertRelative(expected, Weights.Parameters(gan.Discriminator), 1e-11, "D");
        Assert.Equal(Values.Single(loss), (float)Read(step, "DiscriminatorLoss")!, 1e-6);
        if (classification is not null)
        {
            Assert.Equal(Values.Single(classification), (float)Read(step, "ClassificationLoss")!, 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_generator_learns_to_be_taken_for_the_class_asked_for(Type model)
    {
        using var gan = new LabelledGan(model, (Frozen, Rate));
        var (real, labels, latents) = Draw();
        var fakes = gan.G(latents, labels);
        var loss = CrossEntropy(gan.Logits(fakes, labels), 1);
        if (gan.Classes(fakes) is { } classes)
        {
            loss += 0.5 * functional.cross_entropy(classes, labels);
        }

        var expected = Moved(gan.Generator, loss);

        gan.Step(real, labels, latents);

        Values.AssertRelative(expected, Weights.Parameters(gan.Generator), 1e-11, "G");
    }

    [Fact]
    public void A_penalty_holds_the_labels_fixed()
    {
        using var gan = new ProjectedPenaltyGan(
            new()
            {
                Seed = 2,
                DiscriminatorLearningRate = Rate,
                GeneratorLearningRate = Frozen,
            }
        );
        var (real, labels, latents) = Draw();
        var fakes = gan.G.call(latents, labels).detach();
        var loss = gan.D.call(fakes, labels).mean() - gan.D.call(real, labels).mean();

        // s(x, y) = (w + e(y))·leaky(W₁x + b₁) + b has the gradient W₁ᵀ(slope ∘ (w + e(y))).
        var state = gan.D.named_parameters().ToDictionary(each => each.name, each => (Tensor)each.parameter);
        var hidden = real.matmul(state["linear1.weight"].t()) + state["linear1.bias"];
        var slopes = (hidden.detach().gt(0).to(ScalarType.Float64) * 0.8) + 0.2;
        var ends = state["projection1.linear.weight"] + state["projection1.embedding.weight"].index_select(0, labels);
        var penalty = 1.5 * (slopes * ends).matmul(state["linear1.weight"]).pow(2).sum(1).mean();
        var expected = Moved(gan.D, loss + penalty);

        var step = gan.Step(new(real.alias()), new(labels.alias()), new(latents.alias()));

        Values.AssertRelative(expected, Weights.Parameters(gan.D), 1e-11, "D");
        Assert.Equal(Values.Single(penalty), step.R1Penalty, 1e-5);
    }

    [Fact]
    public void Each_discriminator_step_takes_the_labels_of_its_minibatch()
    {
        using var gan = new AlternatingProjectedGan(
            new()
            {
                Seed = 2,
                DiscriminatorSteps = 2,
                GeneratorLearningRate = Frozen,
                DiscriminatorLearningRate = Rate,
            }
        );
        using var single = new AlternatingProjectedGan(
            new()
            {
                Seed = 2,
                GeneratorLearningRate = Frozen,
                DiscriminatorLearningRate = Rate,
            }
        );
        var (real, labels, latents) = Draw();
        var first = latents.narrow(0, 0, 3);

        gan.Step(new(real.alias()), new(labels.alias()), new(first.alias()));
        single.Step(new(real.narrow(0, 0, 3)), new(labels.narrow(0, 0, 3)), new(first.alias()));
        single.Step(new(real.narrow(0, 3, 3)), new(labels.narrow(0, 3, 3)), new(first.alias()));

        Values.AssertRelative(Weights.Parameters(single.D), Weights.Parameters(gan.D), 1e-12, "D");
    }

    [Fact]
    public void More_rows_than_labels_are_refused()
    {
        using var gan = new AlternatingProjectedGan();
        using var real = new AlternatingProjectedGan.Points(zeros(6, 2));
        using var labels = new AlternatingProjectedGan.Labels(0, 1, 2);
        using var latents = gan.DrawLatents(2);

        Assert.Equal(
            "Each row takes one label, but there are 6 rows and 3 labels; give as many labels as rows.",
            Assert.Throws<ArgumentException>(() => gan.Step(real, labels)).Message
        );
        Assert.Throws<ArgumentException>(() => gan.Sample(latents, labels));
    }

    public void Dispose()
    {
        scope.Dispose();
        precision.Dispose();
    }

    private static (Tensor Real, Tensor Labels, Tensor Latents) Draw()
    {
        manual_seed(4);
        return (randn(6, 2) + 1, tensor(new long[] { 2, 0, 1, 1, 2, 0 }), randn(6, 3));
    }

    private static Tensor CrossEntropy(Tensor logits, int label) =>
        functional.binary_cross_entropy(logits.sigmoid(), full_like(logits, label));

    private static double[] Moved(Module network, Tensor loss)
    {
        var parameters = network.parameters().ToArray();
        var gradients = autograd.grad([loss], parameters, retain_graph: true);
        return
        [
            .. parameters.Zip(gradients, (parameter, gradient) => parameter - (Rate * gradient)).SelectMany(Values.Of),
        ];
    }

    private static object? Read(object step, string name) => step.GetType().GetProperty(name)!.GetValue(step);

    /// <summary>Any of the conditional GANs of points, by reflection, as they share no type.</summary>
    private sealed class LabelledGan : IDisposable
    {
        private readonly object gan;
        private readonly Type type;

        public LabelledGan(Type type, (double Discriminator, double Generator) rates)
        {
            this.type = type;
            var options = Activator.CreateInstance(type.GetNestedType("Options")!)!;
            options.GetType().GetProperty("Seed")!.SetValue(options, 7);
            options.GetType().GetProperty("DiscriminatorLearningRate")!.SetValue(options, rates.Discriminator);
            options.GetType().GetProperty("GeneratorLearningRate")!.SetValue(options, rates.Generator);
            gan = Activator.CreateInstance(type, options)!;
            Generator = (Module)type.GetProperty("G")!.GetValue(gan)!;
            Discriminator = (Module)type.GetProperty("D")!.GetValue(gan)!;
        }

        public Module Generator { get; }

        public Module Discriminator { get; }

        public Tensor G(Tensor latents, Tensor labels) =>
            ((Module<Tensor, Tensor, Tensor>)Generator).call(latents, labels);

        public Tensor Logits(Tensor examples, Tensor labels) =>
            Discriminator is Module<Tensor, Tensor> unlabelled
                ? unlabelled.call(examples)
                : ((Module<Tensor, Tensor, Tensor>)Discriminator).call(examples, labels);

        /// <summary>The logits of the classes; null where D names none.</summary>
        public Tensor? Classes(Tensor examples) =>
            Discriminator.GetType().GetMethod("Classify") is { } classify
                ? (((Tensor, Tensor))classify.Invoke(Discriminator, [examples])!).Item2
                : null;

        public object Step(Tensor real, Tensor labels, Tensor latents)
        {
            var types = new[] { "Points", "Labels", "Latents" }.Select(name => type.GetNestedType(name)!).ToArray();
            var arguments = types.Zip(
                new[] { real, labels, latents },
                (batch, tensor) => batch.GetConstructor([typeof(Tensor)])!.Invoke([tensor.alias()])
            );
            return type.GetMethod("Step", types)!
                .Invoke(gan, BindingFlags.DoNotWrapExceptions, null, [.. arguments], null)!;
        }

        public void Dispose() => ((IDisposable)gan).Dispose();
    }
}
