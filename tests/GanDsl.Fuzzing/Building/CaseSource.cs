using GanDsl.Fuzzing.Declarations;

namespace GanDsl.Fuzzing.Building;

/// <summary>A declaration as a file of a user's project, and a second file that uses what is generated for it.</summary>
internal static class CaseSource
{
    public const string Driver = "Driver";

    private const int LargestBatch = 3;

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

        var m = Math.Clamp(gan.BatchSize ?? LargestBatch, 1, LargestBatch);
        var rows = m * Math.Clamp(gan.DiscriminatorSteps ?? 1, 1, LargestBatch);
        var shape = string.Join(", ", gan.Data[0].Sizes.Select(AttributeText.Of).Prepend(AttributeText.Of(rows)));
        var (name, batch) = (GanDraft.ClassName, gan.Data[0].BatchType);
        return $$"""
            namespace {{space}};

            internal sealed class {{Driver}} : GanDsl.Fuzzing.Building.ITrainable
            {
                private readonly {{name}} gan = new(new {{name}}.Options { BatchSize = {{m}}, Seed = 5 });

                public {{Tensors}}.nn.Module<{{Tensors}}.Tensor, {{Tensors}}.Tensor> Generator => gan.G;

                public {{Tensors}}.nn.Module<{{Tensors}}.Tensor, {{Tensors}}.Tensor> Discriminator => gan.D;

                public (float Discriminator, float Generator, float Total) Step()
                {
                    using var real = new {{name}}.{{batch}}({{Tensors}}.randn({{shape}}));
                    var step = gan.Step(real);
                    return (step.DiscriminatorLoss, step.GeneratorLoss, step.TotalLoss);
                }

                public void Dispose() => gan.Dispose();
            }
            """;
    }
}
