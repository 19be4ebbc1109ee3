using System.Runtime.Loader;
using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Oracle;
using GanDsl.Fuzzing.PyTorch;
using GanDsl.Generators;
using GanDsl.Generators.Models;
using GanDsl.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace GanDsl.Fuzzing.Building;

/// <summary>Builds many declarations as one project, as fast as one, and runs the GANs that are emitted.</summary>
internal static class BatchBuild
{
    /// <summary>The opinion on each declaration, in their order.</summary>
    /// <param name="cases">The declarations, and what the engine makes of them.</param>
    /// <param name="begin">Takes the index of each before it is run.</param>
    public static IReadOnlyList<BuildOpinion> Judge(
        IReadOnlyList<(GanDraft Gan, Opinion Engine)> cases,
        Action<int> begin
    )
    {
        var gans = cases.Select(each => each.Gan).ToList();
        var run = GeneratorRun.On([
            .. gans.Select((gan, index) => CaseSource.Declaration(gan, Space(index))),
            .. gans.Select((gan, index) => CaseSource.Use(gan, Space(index))),
        ]);
        var crash = run.Driver.GetRunResult().Results.Single().Exception?.ToString();
        var analysis = Analysis.Of(run, run.Input.SyntaxTrees.Take(gans.Count));
        crash ??= analysis.Crash;
        if (crash is not null)
        {
            // Who threw is known once it is alone.
            return gans.Count == 1 ? [new([], [], crash, null, null)] : JudgeHalves(cases, begin);
        }

        using var assembly = new MemoryStream();
        var emission = run.Output.Emit(assembly);
        var messages = emission
            .Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .ToLookup(diagnostic => CaseOf(diagnostic, gans.Count));
        var errors = analysis.Errors.ToLookup(diagnostic => CaseOf(diagnostic, gans.Count));
        var opinions = gans.Select(
                (_, index) =>
                    new BuildOpinion(
                        [.. errors[index].Select(diagnostic => (diagnostic.Id, diagnostic.GetMessage()))],
                        [.. messages[index].Select(diagnostic => diagnostic.ToString())],
                        null,
                        Infer(run, index),
                        null
                    )
            )
            .ToList();
        return emission.Success ? RunAccepted(cases, opinions, assembly, begin) : JudgeApart(cases, opinions, begin);
    }

    private static IReadOnlyList<BuildOpinion> JudgeHalves(
        IReadOnlyList<(GanDraft Gan, Opinion Engine)> cases,
        Action<int> begin
    )
    {
        var half = cases.Count / 2;
        return [.. Judge([.. cases.Take(half)], begin), .. Judge([.. cases.Skip(half)], index => begin(half + index))];
    }

    /// <summary>What does not compile keeps the others from being loaded: they are built once more without it.</summary>
    private static List<BuildOpinion> JudgeApart(
        IReadOnlyList<(GanDraft Gan, Opinion Engine)> cases,
        List<BuildOpinion> opinions,
        Action<int> begin
    )
    {
        var compiles = Enumerable
            .Range(0, cases.Count)
            .Where(index => opinions[index].CompilerMessages.Count == 0)
            .ToList();
        if (compiles.Count == cases.Count)
        {
            throw new InvalidOperationException("A batch did not compile, and no case of it is at fault.");
        }

        if (compiles.Count > 0)
        {
            var again = Judge([.. compiles.Select(index => cases[index])], index => begin(compiles[index]));
            foreach (var (index, opinion) in compiles.Zip(again))
            {
                opinions[index] = opinion;
            }
        }

        return opinions;
    }

    private static List<BuildOpinion> RunAccepted(
        IReadOnlyList<(GanDraft Gan, Opinion Engine)> cases,
        List<BuildOpinion> opinions,
        MemoryStream assembly,
        Action<int> begin
    )
    {
        var context = new AssemblyLoadContext("cases", isCollectible: true);
        assembly.Position = 0;
        var loaded = context.LoadFromStream(assembly);
        for (var index = 0; index < cases.Count; index++)
        {
            if (opinions[index].Accepts)
            {
                begin(index);
                var driver = loaded.GetType($"{Space(index)}.{CaseSource.Driver}", throwOnError: true)!;
                opinions[index] = opinions[index] with
                {
                    RunFailure = EmittedRun.Failure(cases[index].Gan, cases[index].Engine, driver),
                };
                if (opinions[index].RunFailure is null)
                {
                    PyTorchExport.Write(cases[index].Gan, driver);
                }
            }
        }

        context.Unload();
        return opinions;
    }

    private static GanModel? Infer(GeneratorRun run, int index)
    {
        var symbol = run.Input.GetTypeByMetadataName($"{Space(index)}.{GanDraft.ClassName}")!;
        return DeclaredGan.Read(symbol, run.Input, default).Model;
    }

    private static string Space(int index) => $"Case{index}";

    /// <summary>The number in <c>Source12.cs</c>, after the declarations again from 0, or in <c>Case12.FuzzedGan.Gan.g.cs</c>.</summary>
    private static int CaseOf(Diagnostic diagnostic, int count)
    {
        var file = Path.GetFileName(diagnostic.Location.SourceTree?.FilePath) ?? "";
        var digits = file.SkipWhile(letter => !char.IsAsciiDigit(letter)).TakeWhile(char.IsAsciiDigit);
        return int.TryParse(string.Concat(digits), out var number) ? number % count : -1;
    }
}
