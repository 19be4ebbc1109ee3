using GanDsl.Fuzzing.Declarations;

namespace GanDsl.Fuzzing.Building;

/// <summary>A declaration as a file of a user's project, and a second file that uses what is generated for it.</summary>
internal static class CaseSource
{
    public const string Driver = "Driver";

    private const string Tensors = "TorchSharp.torch";

    public static string Declaration(GanDraft gan, string space) =>
        $"using GanDsl;\n\nnamespace {space};\n\n/// <summary>A case.</summary>\n{gan.Text}";

    /// <summary>Code that creates the GAN through its options and trains it; empty where it is not known what is generated.</summary>
    public static string Use(GanDraft gan, string space)
    {
        if (gan.Data.Count != 1 || gan.Networks.Count() != 2)
        {
            return "";
        }

        var sizes = string.Join(", ", gan.Data[0].Sizes.Select(AttributeText.Of));
        var options = string.Concat(new[] { gan.Options }.OfType<string>().Select(option => $", {option}"));
        var (name, batch) = (GanDraft.ClassName, gan.Data[0].BatchType);
        var labels = gan.Labels is null ? "" : $"using var labels = new {name}.Labels(new int[rows]); ";
        return $$"""
            namespace {{space}};

            internal sealed class {{Driver}} : GanDsl.Fuzzing.Building.ITrainable
            {
                private {{name}}? gan;

                public void Create(int batchSize) =>
                    gan = new(new {{name}}.Options { BatchSize = batchSize, Seed = 5{{options}} });

                public GanDsl.IGan Gan => gan!;

                public {{Tensors}}.nn.Module Generator => gan!.G;

                public {{Tensors}}.nn.Module Discriminator => gan!.D;

                public string PyTorchSource => {{name}}.PyTorchSource;

                public (float Discriminator, float Generator) Step()
                {
                    GanDsl.IGan trained = gan!;
                    var rows = trained.DiscriminatorSchedule.At(trained.StepCount) * trained.Settings.BatchSize;

                    // Values in [0, 1), which are in every range.
                    using var real = new {{name}}.{{batch}}({{Tensors}}.rand(rows, {{sizes}}));
                    {{labels}}var step = gan!.Step(real{{(gan.Labels is null ? "" : ", labels")}});
                    return (step.DiscriminatorLoss, step.GeneratorLoss);
                }

                public {{Tensors}}.Tensor Sample() => gan!.Sample({{(
                gan.Labels is null ? "2" : $"new {name}.Labels(0, 0)"
            )}}).Tensor;

                public void Dispose() => gan?.Dispose();
            }
            """;
    }
}
