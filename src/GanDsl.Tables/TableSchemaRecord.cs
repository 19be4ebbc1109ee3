using System.Text.Json;

namespace GanDsl;

/// <summary>A <see cref="TableSchema"/> as it stands in its file.</summary>
internal sealed record TableSchemaRecord
{
    public required string[] Columns { get; init; }

    public double[]? Means { get; init; }

    public double[]? Deviations { get; init; }

    public string? LabelColumn { get; init; }

    public string[]? ClassNames { get; init; }

    /// <summary>The text of the file.</summary>
    public string Text() => JsonSerializer.Serialize(this, TableJson.Default.TableSchemaRecord);
}
