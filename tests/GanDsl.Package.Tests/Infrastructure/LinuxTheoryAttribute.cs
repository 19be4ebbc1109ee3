namespace GanDsl.Package.Tests.Infrastructure;

/// <summary>The same as <see cref="LinuxFactAttribute"/>, for several cases.</summary>
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute() => Skip = new LinuxFactAttribute().Skip;
}
