using System.Globalization;
using System.Security.Cryptography;
using static TorchSharp.torch;

namespace GanDsl.Endurance.Files;

/// <summary>A number for all that a GAN has learnt and counted.</summary>
internal static class Fingerprint
{
    public static string Of(IGan gan)
    {
        using var scope = NewDisposeScope();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var states = new[] { gan.GeneratorOptimizer.State(), gan.DiscriminatorOptimizer.State() }.SelectMany(state =>
            state.Values
        );
        foreach (
            var tensor in gan
                .Generator.state_dict()
                .Values.Concat(gan.Discriminator.state_dict().Values)
                .Concat(gan.SampledGenerator.state_dict().Values)
                .Concat(states)
        )
        {
            hash.AppendData(tensor.detach().contiguous().bytes);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{gan.StepCount} {gan.Epoch} {Convert.ToHexString(hash.GetHashAndReset())}"
        );
    }
}
