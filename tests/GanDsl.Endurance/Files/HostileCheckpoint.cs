using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GanDsl.Endurance.Kills;
using static TorchSharp.torch;

namespace GanDsl.Endurance.Files;

/// <summary>A checkpoint, whose hashes are mostly made to fit again, so that what lies behind them is reached.</summary>
internal sealed class HostileCheckpoint : HostileTarget
{
    private const int Steps = 3;

    private readonly TemporaryFolder folder = new();
    private readonly IGan gan;
    private readonly byte[] tensors;
    private readonly string json;
    private readonly string saved;
    private readonly string before;
    private bool fits;

    public HostileCheckpoint(TrainingKind kind)
    {
        using (var trained = kind.Create())
        {
            kind.Train(trained, Steps).Count();
            trained.SaveCheckpoint(folder["good"]);
            saved = Files.Fingerprint.Of(trained);
        }

        tensors = File.ReadAllBytes(folder["good/tensors.safetensors"]);
        json = File.ReadAllText(folder["good/training.json"]);
        gan = kind.Create();
        gan.SaveCheckpoint(folder["before"]);
        before = Files.Fingerprint.Of(gan);
        Directory.CreateDirectory(folder["bad"]);
    }

    public override long Prepare(Random random)
    {
        var (badTensors, badJson) = (tensors.ToArray(), Encoding.UTF8.GetBytes(json));
        var isOfTensors = random.Next(2) == 0;
        if (isOfTensors)
        {
            badTensors =
                random.Next(3) == 0 ? ByteMutation.Of(badTensors, random) : SafeTensorsMutation.Of(badTensors, random);
        }
        else
        {
            badJson =
                random.Next(3) == 0
                    ? ByteMutation.Of(badJson, random)
                    : Encoding.UTF8.GetBytes(JsonMutation.Of(json, random));
        }

        fits = random.Next(4) > 0;
        if (fits)
        {
            badJson = Fitting(badJson, isOfTensors ? Convert.ToHexStringLower(SHA256.HashData(badTensors)) : null);
        }

        File.WriteAllBytes(folder["bad/tensors.safetensors"], badTensors);
        File.WriteAllBytes(folder["bad/training.json"], badJson);
        return badTensors.Length + badJson.Length;
    }

    public override void Read() => gan.LoadCheckpoint(folder["bad"]);

    public override string Fingerprint() => Files.Fingerprint.Of(gan);

    public override string? AfterAcceptance()
    {
        var wrong = !fits && Fingerprint() != saved ? "It was accepted, but means something else." : null;
        if (fits)
        {
            // Whoever knows the hashes may change what they like, but cannot bring training to fall.
            using var data = TrainingKind.DataFor(gan);
            using var batch = new Minibatch(
                data.Read([.. Enumerable.Range(0, gan.Settings.BatchSize * gan.Settings.DiscriminatorSteps)]),
                data.Labels is { } labels
                    ? tensor(
                        labels
                            .Take(gan.Settings.BatchSize * gan.Settings.DiscriminatorSteps)
                            .Select(label => (long)label)
                            .ToArray()
                    )
                    : null
            );
            gan.Step(batch);
        }

        gan.LoadCheckpoint(folder["before"]);
        return wrong ?? (Fingerprint() != before ? "A good checkpoint after it gives something else." : null);
    }

    public override void Dispose()
    {
        gan.Dispose();
        folder.Dispose();
    }

    /// <summary>The same JSON with hashes that fit, where it can be read at all.</summary>
    private static byte[] Fitting(byte[] json, string? tensorsHash)
    {
        try
        {
            var text = Encoding.UTF8.GetString(json);
            if (tensorsHash is not null)
            {
                text = Regex.Replace(text, "(\"tensors_hash\": *\")[^\"]*", "${1}" + tensorsHash);
            }

            var record = JsonSerializer.Deserialize(text, CheckpointJson.Default.CheckpointRecord)!;
            text = Regex.Replace(text, "(\"record_hash\": *\")[^\"]*", "${1}" + record.HashOfAll());
            return Encoding.UTF8.GetBytes(text);
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or NullReferenceException)
        {
            return json;
        }
    }
}
