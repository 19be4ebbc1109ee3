using GanDsl.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>The longest stride that a convolution can take goes down with the root of its channels; one more is refused.</summary>
public class LongestStrideTests
{
    [Theory]
    [InlineData("Conv2d(8, 1, Stride = {0})", 23_170)]
    [InlineData("Reshape(16, 49), Conv1d(8, 1, Stride = {0})", 5_792)]
    [InlineData("Reshape(2, 8, 7, 7), Conv3d(64, 1, StrideDepth = {0})", 16_384)]
    [InlineData("ConvTranspose2d(64, 1, StrideWidth = {0})", 2_896)]
    [InlineData("ConvTranspose2d(4, 1, StrideHeight = {0}, Groups = 1)", 11_585)]
    public async Task Is_taken_and_one_more_is_not(string layer, int longest)
    {
        Assert.Empty(await ErrorsOf(layer, longest));
        Assert.Equal("GAN0206", Assert.Single(await ErrorsOf(layer, longest + 1)).Id);
    }

    private static async Task<IEnumerable<Diagnostic>> ErrorsOf(string layer, int stride)
    {
        // Pooled before the last layer, whose width would overflow.
        var layers = string.Format(System.Globalization.CultureInfo.InvariantCulture, layer, stride);
        var diagnostics = await GeneratorRun
            .On(Declaration.WithDiscriminator($"[{layers}, GlobalAvgPool, Linear(1)]"))
            .AnalyzerDiagnosticsAsync();
        return diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
