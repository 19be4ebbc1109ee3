using GanDsl.Fuzzing.Declarations;

namespace GanDsl.Fuzzing.Building;

/// <summary>A declaration as a file of a user's project, with a driver that uses what is generated for it.</summary>
internal static class CaseSource
{
    private const int LargestBatch = 3;

    public const string Driver = "Driver";

    public static string Of(GanDraft gan, string space) =>
        $"using GanDsl;\n\nnamespace {space};\n\n/// <summary>A case.</summary>\n{gan.Text}{(HasSurface(gan) ? DriverOf(gan) : "")}";

    /// <summary>Whether it is known what is generated for the declaration, working or not.</summary>
    private static bool HasSurface(GanDraft gan) => gan.Data.Count == 1 && gan.Networks.Count() == 2;

    private static string DriverOf(GanDraft gan)
    {
        var m = Math.Clamp(gan.BatchSize ?? LargestBatch, 1, LargestBatch);
        var rows = m * Math.Clamp(gan.DiscriminatorSteps ?? 1, 1, LargestBatch);
        var shape = string.Join(", ", gan.Data[0].Sizes.Select(AttributeText.Of).Prepend(AttributeText.Of(rows)));
        return $$"""

            internal sealed class {{Driver}} : GanDsl.Fuzzing.Building.ITrainable
            {
                private readonly {{GanDraft.ClassName}} gan = new(new {{GanDraft.ClassName}}.Options { BatchSize = {{m}}, Seed = 5 });

                public TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> Generator => gan.G;

                public TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> Discriminator => gan.D;

                public (float Discriminator, float Generator, float Total) Step()
                {
                    using var real = new {{GanDraft.ClassName}}.{{gan.Data[
                0
            ].BatchType}}(TorchSharp.torch.randn({{shape}}));
                    var step = gan.Step(real);
                    return (step.DiscriminatorLoss, step.GeneratorLoss, step.TotalLoss);
                }

                public void Dispose() => gan.Dispose();
            }

            """;
    }
}
