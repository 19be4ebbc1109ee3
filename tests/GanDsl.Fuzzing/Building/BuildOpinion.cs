using GanDsl.Generators.Models;

namespace GanDsl.Fuzzing.Building;

/// <summary>What the build makes of a declaration.</summary>
/// <param name="Errors">The ids and messages of the analyzer's errors.</param>
/// <param name="CompilerMessages">What the compiler says of the declaration with the generated code: warnings and errors.</param>
/// <param name="Crash">The exception of the generator or the analyzer, where one threw.</param>
/// <param name="Model">What was inferred.</param>
/// <param name="RunFailure">What went wrong when the emitted GAN was run; null where nothing did or it was not.</param>
internal sealed record BuildOpinion(
    IReadOnlyList<(string Id, string Message)> Errors,
    IReadOnlyList<string> CompilerMessages,
    string? Crash,
    GanModel? Model,
    string? RunFailure
)
{
    public bool Accepts => Errors.Count == 0 && Crash is null;
}
