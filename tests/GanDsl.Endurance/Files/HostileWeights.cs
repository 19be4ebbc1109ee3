using GanDsl.Endurance.Kills;

namespace GanDsl.Endurance.Files;

/// <summary>A file of weights, of the whole GAN or of one network.</summary>
internal sealed class HostileWeights : HostileTarget
{
    private readonly TemporaryFolder folder = new();
    private readonly IGan gan;
    private readonly bool isOfNetwork;
    private readonly byte[] good;
    private readonly string before;

    public HostileWeights(TrainingKind kind, bool isOfNetwork)
    {
        this.isOfNetwork = isOfNetwork;
        gan = kind.Create();
        before = Fingerprint();
        gan.Save(folder["before"]);
        if (isOfNetwork)
        {
            NetworkWeights.Save(folder["good"], gan.Discriminator);
        }
        else
        {
            gan.Save(folder["good"]);
        }

        good = File.ReadAllBytes(folder["good"]);
    }

    public override long Prepare(Random random)
    {
        var bad = random.Next(3) == 0 ? ByteMutation.Of(good, random) : SafeTensorsMutation.Of(good, random);
        File.WriteAllBytes(folder["bad"], bad);
        return bad.Length;
    }

    public override void Read()
    {
        if (isOfNetwork)
        {
            NetworkWeights.Load(folder["bad"], gan.Discriminator);
        }
        else
        {
            gan.Load(folder["bad"]);
        }
    }

    public override string Fingerprint() => Files.Fingerprint.Of(gan);

    // The values of weights may be any.
    public override string? AfterAcceptance()
    {
        gan.Load(folder["before"]);
        return Fingerprint() != before ? "Good weights after it give something else." : null;
    }

    public override void Dispose()
    {
        gan.Dispose();
        folder.Dispose();
    }
}
