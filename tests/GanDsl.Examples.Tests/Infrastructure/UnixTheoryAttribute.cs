namespace GanDsl.Examples.Tests.Infrastructure;

/// <summary>A test with data of what Windows does not have, skipped there.</summary>
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "This is Windows.";
        }
    }
}
