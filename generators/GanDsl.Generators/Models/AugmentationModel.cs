namespace GanDsl.Generators.Models;

/// <summary>How images are changed before D sees them.</summary>
/// <param name="Construction">The expression that creates what adapts; null where nothing does.</param>
/// <param name="Application">The expression for the changed <c>images</c>.</param>
internal sealed record AugmentationModel(string? Construction, string Application)
{
    /// <summary>Whether it has a state that training changes.</summary>
    public bool Adapts => Construction is not null;
}
