using System.Text.Json.Serialization;

namespace GanDsl;

/// <summary>The JSON of tables, without reflection, so that it can be trimmed.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    MaxDepth = 4,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(TableSchemaRecord))]
internal sealed partial class TableJson : JsonSerializerContext;
