using System.Collections.Immutable;
using GanDsl.Generators.Models;
using GanDsl.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Tests.Incrementality;

/// <summary>What the driver does for a project that has been edited since the driver last saw it.</summary>
internal sealed class Edit
{
    private readonly GeneratorRunResult result;

    private Edit(GeneratorDriver driver) => result = driver.GetRunResult().Results.Single();

    /// <summary>How the list of names that clash came about.</summary>
    public IncrementalStepRunReason ClashingNames =>
        result.TrackedSteps[GanGenerator.ClashingNameStep].Single().Outputs.Single().Reason;

    /// <summary>What was done for a GAN.</summary>
    public RunReasons this[string fullName] =>
        new(
            Reason<GanModel>(GanGenerator.ModelStep, model => model.FullName == fullName),
            Reason<(string Prefix, GanModel Model)>(GanGenerator.FileStep, files => files.Model.FullName == fullName),
            OutputReason(fullName)
        );

    /// <summary>The files of the project before the edit.</summary>
    public static Before From(params string[] files) => new(GeneratorRun.On(files));

    private IncrementalStepRunReason Reason<T>(string step, Func<T, bool> isOfGan) =>
        result
            .TrackedSteps[step]
            .SelectMany(each => each.Outputs)
            .Where(output => output.Reason != IncrementalStepRunReason.Removed)
            .Single(output => output.Value is T value && isOfGan(value))
            .Reason;

    /// <summary>The reason of the outputs, which have to agree: all files of a GAN are emitted or none.</summary>
    private IncrementalStepRunReason OutputReason(string fullName) =>
        result
            .TrackedOutputSteps.SelectMany(step => step.Value)
            .Where(step => IsOf(step, fullName))
            .SelectMany(step => step.Outputs)
            .Select(output => output.Reason)
            .Where(reason => reason != IncrementalStepRunReason.Removed)
            .Distinct()
            .Single();

    /// <summary>Not so the command line, which none of these projects has the package for.</summary>
    private static bool IsOf(IncrementalGeneratorRunStep output, string fullName)
    {
        var (step, index) = output.Inputs.Single();
        return step.Outputs[index].Value is ValueTuple<string, GanModel> file && file.Item2.FullName == fullName;
    }

    internal sealed class Before(GeneratorRun run)
    {
        /// <summary>The files after the edit. Those with the same text are not touched, as in an editor.</summary>
        public Edit To(params string[] files) => new(run.Driver.RunGenerators(Edited(files)));

        /// <summary>No edit: the driver runs once more on the same compilation.</summary>
        public Edit Again() => new(run.Driver.RunGenerators(run.Input));

        private CSharpCompilation Edited(string[] files)
        {
            var trees = run.Input.SyntaxTrees;
            var edited = run.Input.RemoveSyntaxTrees(trees.Skip(files.Length));
            for (var index = 0; index < files.Length; index++)
            {
                if (index >= trees.Length)
                {
                    edited = edited.AddSyntaxTrees(GeneratorRun.Parse(files[index], index));
                }
                else if (trees[index].ToString() != files[index])
                {
                    edited = edited.ReplaceSyntaxTree(trees[index], GeneratorRun.Parse(files[index], index));
                }
            }

            return edited;
        }
    }
}
