namespace GanDsl.Tests;

/// <summary>A test of what is Linux's alone, skipped elsewhere.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "This is not Linux.";
        }
    }
}
