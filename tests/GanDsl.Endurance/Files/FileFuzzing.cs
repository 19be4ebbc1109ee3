using System.Globalization;
using System.Text.RegularExpressions;
using GanDsl.Endurance.Kills;
using GanDsl.Endurance.Models;
using static TorchSharp.torch;

namespace GanDsl.Endurance.Files;

/// <summary>The process that reads damaged files: it says the number of each before it reads it, and what went wrong.</summary>
internal static partial class FileFuzzing
{
    /// <summary>The first argument of such a process; the first number, their count and the seed follow.</summary>
    public const string Command = "read";

    /// <summary>Begins a line with the number of a case.</summary>
    public const string Begun = "begun ";

    /// <summary>Begins a line with what went wrong.</summary>
    public const string Failed = "failed ";

    /// <summary>Begins a line with the counts of accepted files and the greatest allocation of managed memory per byte of a file.</summary>
    public const string Ended = "ended ";

    private const int LongestMessage = 1500;

    // Reading small files takes memory that does not depend on their size.
    private const long UsualBytes = 1 << 20;
    private const int MostPerByte = 40;

    public static void Run(int first, int count, int seed)
    {
        set_num_threads(1);
        var output = Console.Out;
        List<HostileTarget> targets =
        [
            .. TrainingKind.All.Select(kind => new HostileCheckpoint(kind)),
            new HostileWeights(
                TrainingKind.All.Single(kind => kind.Name == nameof(AdaptiveImages)),
                isOfNetwork: false
            ),
            new HostileWeights(
                TrainingKind.All.Single(kind => kind.Name == nameof(ScheduledClusters)),
                isOfNetwork: true
            ),
            new HostileOptions(),
        ];
        var (accepted, most) = (0, 0L);
        for (var number = first; number < first + count; number++)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Begun}{number}"));
            output.Flush();
            var target = targets[number % targets.Count];
            try
            {
                var (isAccepted, allocated) = Try(target, new Random(HashCode(seed, number)));
                accepted += isAccepted ? 1 : 0;
                most = Math.Max(most, allocated);
            }
            catch (Exception failure)
            {
                var text =
                    $"{target.GetType().Name} {number}: {(failure is InvalidDataException ? failure.Message : failure)}";
                output.WriteLine(Failed + text.ReplaceLineEndings(" | "));
                output.Flush();
            }
        }

        targets.ForEach(target => target.Dispose());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Ended}{accepted} {most}"));
    }

    private static (bool IsAccepted, long Allocated) Try(HostileTarget target, Random random)
    {
        var size = target.Prepare(random);
        var before = target.Fingerprint();
        var tensors = TorchSharp.DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        var start = GC.GetAllocatedBytesForCurrentThread();
        string? refusal = null;
        try
        {
            target.Read();
        }
        catch (GanException failure)
        {
            refusal = failure.Message;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - start;
        Require(
            allocated <= UsualBytes + (MostPerByte * size),
            string.Create(CultureInfo.InvariantCulture, $"{allocated} bytes of managed memory for {size} bytes")
        );
        Require(TorchSharp.DisposeScopeManager.Statistics.ThreadTotalLiveCount <= tensors, "Tensors are left over.");
        if (refusal is null)
        {
            var wrong = target.AfterAcceptance();
            Require(wrong is null, $"{wrong}");
        }
        else
        {
            Require(IsSentence(refusal), $"No sentence: {refusal}");
            Require(target.Fingerprint() == before, $"Something changed, although it was refused: {refusal}");
        }

        return (refusal is null, allocated);
    }

    private static bool IsSentence(string message) =>
        message.Length <= LongestMessage
        && message.EndsWith('.')
        && !message.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter) && !IsPaired(message))
        && !SecondSentence().IsMatch(message)
        && !message.Contains("System.", StringComparison.Ordinal);

    private static bool IsPaired(string message) =>
        !message.EnumerateRunes().Any(rune => rune == System.Text.Rune.ReplacementChar);

    private static void Require(bool isRight, string what)
    {
        if (!isRight)
        {
            throw new InvalidDataException(what);
        }
    }

    /// <summary>The same on every machine.</summary>
    private static int HashCode(int seed, int number) => unchecked((seed * 1_000_003) ^ (number * 7919));

    [GeneratedRegex(@"\. \p{Lu}")]
    private static partial Regex SecondSentence();
}
