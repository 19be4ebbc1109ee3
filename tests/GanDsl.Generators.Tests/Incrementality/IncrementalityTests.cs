using GanDsl.Generators.Tests.Infrastructure;
using GanDsl.Generators.Tests.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Tests.Incrementality;

/// <summary>What is recomputed after an edit.</summary>
public class IncrementalityTests
{
    [Fact]
    public void Nothing_is_recomputed_for_the_same_input()
    {
        var run = GeneratorRun.On(DeclaredGans.Digits);

        var again = run.Driver.RunGenerators(run.Input);

        Assert.All(ModelReasons(again), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(OutputReasons(again), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void An_edit_in_another_file_emits_nothing()
    {
        var run = GeneratorRun.On(DeclaredGans.Digits, "class Other { }");

        var edited = run.Driver.RunGenerators(
            run.Input.ReplaceSyntaxTree(
                run.Input.SyntaxTrees[1],
                CSharpSyntaxTree.ParseText("class Other { int more; }", GeneratorRun.ParseOptions)
            )
        );

        Assert.All(ModelReasons(edited), IsUnchanged);
        Assert.All(OutputReasons(edited), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_comment_and_a_moved_class_emit_nothing()
    {
        var run = GeneratorRun.On(DeclaredGans.Digits);

        var edited = Edit(
            run,
            DeclaredGans.Digits.Replace("[Generator]", "// Here is the generator.\n\n    [Generator]")
        );

        Assert.All(ModelReasons(edited), IsUnchanged);
        Assert.All(OutputReasons(edited), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_changed_layer_emits_its_own_model_again_and_no_other()
    {
        var run = GeneratorRun.On(DeclaredGans.Digits, DeclaredGans.Ring);

        var edited = Edit(run, DeclaredGans.Digits.Replace("LeakyReLU(0.2)", "LeakyReLU(0.3)"));

        var reasons = OutputReasons(edited).ToList();
        Assert.Equal(8, reasons.Count(reason => reason == IncrementalStepRunReason.Modified));
        Assert.Equal(8, reasons.Count(reason => reason == IncrementalStepRunReason.Cached));
    }

    private static void IsUnchanged(IncrementalStepRunReason reason) =>
        Assert.Contains(reason, new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged });

    private static GeneratorDriver Edit(GeneratorRun run, string source) =>
        run.Driver.RunGenerators(
            run.Input.ReplaceSyntaxTree(
                run.Input.SyntaxTrees[0],
                CSharpSyntaxTree.ParseText(source, GeneratorRun.ParseOptions, run.Input.SyntaxTrees[0].FilePath)
            )
        );

    private static IEnumerable<IncrementalStepRunReason> ModelReasons(GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().TrackedSteps[GanGenerator.ModelStep].SelectMany(Reasons);

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(steps => steps.Value).SelectMany(Reasons);

    private static IEnumerable<IncrementalStepRunReason> Reasons(IncrementalGeneratorRunStep step) =>
        step.Outputs.Select(output => output.Reason);
}
