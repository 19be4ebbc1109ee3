using System.Globalization;
using static TorchSharp.torch;

namespace GanDsl.Endurance.Kills;

/// <summary>The process that is killed: it goes on with the training in a folder to its end, with a checkpoint after every step.</summary>
internal static class KilledTraining
{
    /// <summary>The first argument of such a process; the kind, the folder and the number of steps follow.</summary>
    public const string Command = "train";

    /// <summary>What it says before it looks into the folder.</summary>
    public const string Ready = "ready";

    private const int Kept = 2;

    public static void Run(string kindName, string path, string stepsText)
    {
        set_num_threads(1);
        var kind = TrainingKind.All.Single(kind => kind.Name == kindName);
        var steps = int.Parse(stepsText, CultureInfo.InvariantCulture);
        using var gan = kind.Create();
        var folder = new CheckpointFolder(path, Kept);
        Console.WriteLine(Ready);
        if (Directory.Exists(path))
        {
            // Each is whole or not there: none may be passed over.
            if (folder.All.Count > 0)
            {
                folder.LoadNewest(gan, damage => throw new InvalidOperationException(damage));
            }
        }

        foreach (var step in kind.Train(gan, steps))
        {
            folder.Save(gan, ScoreOf(step.Number));
        }
    }

    /// <summary>Some score, so that the best checkpoint is often neither the last nor the first.</summary>
    private static double ScoreOf(long step) => step * 37 % 101;
}
