namespace GanDsl.Examples.Tests.Infrastructure;

/// <summary>A test of what Windows does not have, skipped there.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "This is Windows.";
        }
    }
}
