namespace GanDsl;

/// <summary>The files that an export has written.</summary>
/// <param name="Model">The model, as its path was given.</param>
/// <param name="Data">The file of weights beside it; null where the model holds them.</param>
/// <param name="Card">The model card; null where none was asked for.</param>
public sealed record OnnxFiles(string Model, string? Data, string? Card);
