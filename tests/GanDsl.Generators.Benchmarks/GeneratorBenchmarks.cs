using BenchmarkDotNet.Attributes;
using GanDsl.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GanDsl.Generators.Benchmarks;

/// <summary>What the compiler waits for: the generator on a whole project and after a keystroke, and the analyzer.</summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private ManyGans gans = null!;
    private GeneratorDriver primed = null!;

    [Params(1, 10, 100, 1000)]
    public int Models { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        gans = new ManyGans(Models);
        primed = NewDriver().RunGenerators(gans.Compilation);
    }

    /// <summary>A build: nothing is known yet.</summary>
    [Benchmark]
    public GeneratorDriver Cold() => NewDriver().RunGenerators(gans.Compilation.Clone());

    /// <summary>A keystroke in a file without a GAN: every declaration is read again, nothing is emitted.</summary>
    [Benchmark]
    public GeneratorDriver KeystrokeElsewhere() => primed.RunGenerators(gans.WithKeystrokeElsewhere());

    /// <summary>Another argument of one layer: one GAN is emitted.</summary>
    [Benchmark]
    public GeneratorDriver ChangedLayer() => primed.RunGenerators(gans.WithChangedLayer());

    /// <summary>The analyzer on a build, with the compiler's own work for it.</summary>
    [Benchmark]
    public int Analyzer() =>
        gans
            .Compilation.Clone()
            .WithAnalyzers([new GanAnalyzer()])
            .GetAnalyzerDiagnosticsAsync()
            .GetAwaiter()
            .GetResult()
            .Length;

    private static GeneratorDriver NewDriver() =>
        CSharpGeneratorDriver.Create([new GanGenerator().AsSourceGenerator()], parseOptions: ManyGans.ParseOptions);
}
