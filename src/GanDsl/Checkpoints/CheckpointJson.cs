using System.Text.Json.Serialization;

namespace GanDsl;

/// <summary>The JSON of checkpoints, without reflection, so that it can be trimmed.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    MaxDepth = 8,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(CheckpointRecord))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
