using GanDsl.Fuzzing.Building;
using GanDsl.Fuzzing.Oracle;
using GanDsl.Generators.Models;

namespace GanDsl.Fuzzing.Differential;

/// <summary>Compares what the engine and the build make of a declaration.</summary>
internal static class Comparison
{
    /// <summary>Where they disagree; null where they do not.</summary>
    public static string? Disagreement(Opinion engine, BuildOpinion build)
    {
        if (build.Crash is not null)
        {
            return $"The generator or the analyzer throws: {build.Crash}";
        }

        if (build.CompilerMessages.Count > 0)
        {
            return $"The {(build.Accepts ? "accepted" : "refused")} declaration does not compile cleanly:\n  "
                + string.Join("\n  ", build.CompilerMessages);
        }

        if (build.Accepts && !engine.Works)
        {
            return $"The build accepts what does not work: {engine.Reason}"
                + (
                    build.RunFailure is null ? " (The emitted code runs.)" : $" (The emitted code: {build.RunFailure}.)"
                );
        }

        if (!build.Accepts && engine.Works)
        {
            return $"The build refuses what works: {string.Join("; ", build.Errors.Select(error => $"{error.Id} {error.Message}"))}";
        }

        return !engine.Works ? null
            : build.RunFailure is not null ? $"The emitted code fails: {build.RunFailure}"
            : Difference("G", engine.Generator!, build.Model!.Generator)
                ?? Difference("D", engine.Discriminator!, build.Model.Discriminator);
    }

    private static string? Difference(string name, MeasuredNetwork measured, NetworkModel inferred)
    {
        var shapes = measured.Outputs.Select(sizes => string.Join(" × ", sizes)).ToList();
        var expected = inferred.Layers.Select(layer => string.Join(" × ", layer.Output.Sizes)).ToList();
        return !shapes.SequenceEqual(expected)
                ? $"The shapes of {name} are {string.Join(", ", shapes)}, but inferred as {string.Join(", ", expected)}"
            : measured.ParameterCount != inferred.ParameterCount
                ? $"{name} has {measured.ParameterCount} parameters, but {inferred.ParameterCount} were inferred"
            : null;
    }
}
