using System.Globalization;
using GanDsl.Fuzzing;
using GanDsl.Fuzzing.PyTorch;
using GanDsl.Tests;

namespace GanDsl.Generators.Tests.Fuzzing;

/// <summary>Random declarations mean in Python what is emitted for them.</summary>
public sealed class PyTorchFuzzTests : IDisposable
{
    private static readonly int Cases = int.Parse(
        Environment.GetEnvironmentVariable("GANDSL_PYTORCH_CASES") ?? "40",
        CultureInfo.InvariantCulture
    );

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gandsl-");

    [PyTorchFact]
    public void The_modules_compute_what_the_emitted_networks_compute()
    {
        PyTorchFuzzer.Export(new FuzzRun(Seed: 2026, First: 0, Cases, Workers: 1), folder.FullName);

        var said = Python.Run(Path.Combine(AppContext.BaseDirectory, "PyTorch", "compare_modules.py"), folder.FullName);

        var count = folder.GetDirectories().Length;
        Assert.True(said == $"{count} compared\n", said);
        Assert.InRange(count, Cases / 4, Cases);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
