using TorchSharp;

namespace GanDsl.LibTorch.Tests.Modules;

/// <summary>
/// Marks what this engine does and the TorchSharp package does otherwise; the reason says what. Such a test is skipped
/// where the tests run on the package.
/// </summary>
internal static class Beyond
{
    private static readonly bool IsPackage = typeof(torch).Assembly.GetName().Name == nameof(TorchSharp);

    public static string? Skip(string otherwise) => IsPackage ? $"TorchSharp does otherwise: {otherwise}" : null;
}
