using System.Security.Cryptography;
using System.Text.Json;

namespace GanDsl;

/// <summary>What a checkpoint holds beside tensors, as it stands in <c>training.json</c>.</summary>
internal sealed record CheckpointRecord
{
    /// <summary>Of the only format so far.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the format.</summary>
    public required int FormatVersion { get; init; }

    /// <summary>The version of GanDsl that wrote it.</summary>
    public required string GanDsl { get; init; }

    /// <summary>The version of TorchSharp that computed it.</summary>
    public required string TorchSharp { get; init; }

    /// <summary>The name of the GAN.</summary>
    public required string Gan { get; init; }

    /// <summary>The layers of its networks, a line each.</summary>
    public required IReadOnlyList<string> Architecture { get; init; }

    /// <summary>SHA-256 of these lines, in hexadecimal digits.</summary>
    public required string ArchitectureHash { get; init; }

    /// <summary>SHA-256 of the file of tensors, in hexadecimal digits.</summary>
    public required string TensorsHash { get; init; }

    /// <summary>The options that the GAN was created with, by name.</summary>
    public required IReadOnlyDictionary<string, string?> Options { get; init; }

    /// <summary>Where training was.</summary>
    public required ProgressRecord Progress { get; init; }

    /// <summary>How often each source of random numbers was drawn from: with the seed, all of its state.</summary>
    public required IReadOnlyDictionary<string, long> Draws { get; init; }

    /// <summary>How good the GAN was, lower being better; null where nobody judged it.</summary>
    public double? Score { get; init; }

    /// <summary>SHA-256 of the record with nothing here, in hexadecimal digits: a damaged digit would else be a number like another one.</summary>
    public required string RecordHash { get; init; }

    /// <summary>What <see cref="RecordHash"/> has to be.</summary>
    public string HashOfAll() =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                JsonSerializer.SerializeToUtf8Bytes(
                    this with
                    {
                        RecordHash = "",
                    },
                    CheckpointJson.Default.CheckpointRecord
                )
            )
        );
}
