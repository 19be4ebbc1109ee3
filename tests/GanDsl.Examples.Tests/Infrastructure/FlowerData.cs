using TorchSharp;

namespace GanDsl.Examples.Tests.Infrastructure;

/// <summary>Twelve flowers in three classes.</summary>
internal static class FlowerData
{
    public static LabeledDataset Create(IReadOnlyList<string>? classNames = null) =>
        new(
            new TensorDataset(torch.arange(24, torch.float32).reshape(12, 2), description: "12 flowers"),
            [.. Enumerable.Range(0, 12).Select(row => row % 3)],
            classNames
        );
}
