using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace GanDsl.CommandLine;

/// <summary>Tells that memory has run out, on the processor or on a GPU, from other failures.</summary>
internal static partial class MemoryShortage
{
    private const string Remedy = "choose a smaller --batch-size, or where examples are generated a smaller --count";

    /// <summary>A sentence that says so; null where something else has failed.</summary>
    public static string? SentenceOf(Exception failure) =>
        failure is OutOfMemoryException ? $"There is not enough memory; {Remedy}."
        : failure is ExternalException && OfLibtorch().Match(failure.Message) is { Success: true } found
            ? $"There is not enough memory: libtorch asked for {found.Groups["size"].Value} more; {Remedy}."
        : null;

    /// <summary>"can't allocate memory: you tried to allocate 4096 bytes", "CUDA out of memory. Tried to allocate 20.00 GiB".</summary>
    [GeneratedRegex(
        @"memory\W.{0,60}?tried to allocate (?<size>[\d.]+ \w+)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex OfLibtorch();
}
