using System.Globalization;

namespace GanDsl.Examples.Tests.Infrastructure;

/// <summary>
/// A test of SIGHUP, skipped on Windows and where programs are begun with that signal ignored, as under nohup: .NET leaves it so, and none can
/// ask for it again.
/// </summary>
internal sealed class HangUpFactAttribute : FactAttribute
{
    private const string OfProcess = "/proc/self/status";
    private const string Ignored = "SigIgn:";

    public HangUpFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "This is Windows.";
        }
        else if (IsIgnored())
        {
            Skip = "This process was begun with SIGHUP ignored.";
        }
    }

    /// <summary>The signals that are ignored stand there in hexadecimal, SIGHUP in the lowest bit.</summary>
    private static bool IsIgnored() =>
        File.Exists(OfProcess)
        && File.ReadLines(OfProcess).FirstOrDefault(line => line.StartsWith(Ignored, StringComparison.Ordinal))
            is { } line
        && (ulong.Parse(line[Ignored.Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 1) == 1;
}
