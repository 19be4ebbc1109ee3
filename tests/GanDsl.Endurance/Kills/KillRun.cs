using System.Diagnostics;

namespace GanDsl.Endurance.Kills;

/// <summary>
/// Kills trainings at random moments and lets them go on, until they end: the last checkpoint has to be, bit for bit, that of a training that
/// was never killed, and nothing may stay behind.
/// </summary>
/// <param name="count">How many kills.</param>
/// <param name="seed">Where the random numbers start.</param>
/// <param name="say">Told what is done.</param>
public sealed class KillRun(int count, int seed, Action<string> say)
{
    private const int Steps = 150;
    private const int LongestLife = 400;
    private const int LongestWait = 120_000;
    private const int MostLeftEver = 1;

    private static readonly string[] Files = ["tensors.safetensors", "training.json"];

    private readonly Random random = new(seed);
    private readonly List<string> failures = [];
    private int kills;
    private int whileSaving;
    private int trainings;
    private int mostLeft;

    public KillReport Run()
    {
        using var temporary = new TemporaryFolder();
        var begun = new Dictionary<string, string>();
        while (kills < count && failures.Count == 0)
        {
            var kind = TrainingKind.All[trainings % TrainingKind.All.Count];
            if (!begun.TryGetValue(kind.Name, out var whole))
            {
                begun[kind.Name] = whole = temporary[$"{kind.Name}-whole"];
                if (!Live(kind, whole, mayKill: false))
                {
                    break;
                }
            }

            var folder = temporary[$"{kind.Name}-{trainings}"];
            var most = Math.Min(count, kills + Math.Max(2, count / TrainingKind.All.Count));
            while (failures.Count == 0 && !Live(kind, folder, mayKill: kills < most)) { }

            trainings++;
            Compare(kind, whole, folder);
            say($"{kind.Name}: {kills} kills so far, {whileSaving} of them while a checkpoint was written or removed");
        }

        return new(kills, whileSaving, trainings, mostLeft, failures);
    }

    /// <summary>Starts a training or lets it go on; whether it came to its end.</summary>
    private bool Live(TrainingKind kind, string folder, bool mayKill)
    {
        using var process = ChildProcess.Start(KilledTraining.Command, kind.Name, folder, $"{Steps}");
        var said = process.StandardError.ReadToEndAsync();
        if (process.StandardOutput.ReadLine() == KilledTraining.Ready && mayKill)
        {
            WaitForAMoment(process, folder);
            process.Kill();
            process.WaitForExit();
            if (process.ExitCode == 0)
            {
                return true;
            }

            // 128 + SIGKILL; on Windows it is -1.
            if (process.ExitCode is 137 or -1)
            {
                kills++;
                var left = LeftIn(folder);
                mostLeft = Math.Max(mostLeft, left);
                whileSaving += left > 0 ? 1 : 0;
                if (left > MostLeftEver)
                {
                    failures.Add($"{kind.Name}: {left} half-written checkpoints pile up.");
                }

                return false;
            }
        }
        else if (!process.WaitForExit(LongestWait))
        {
            process.Kill();
        }

        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            failures.Add($"{kind.Name} after {kills} kills ended with {process.ExitCode}: {said.Result.Trim()}");
        }

        return process.ExitCode == 0;
    }

    /// <summary>Some time, or until a checkpoint is being written or removed.</summary>
    private void WaitForAMoment(Process process, string folder)
    {
        var life = random.Next(LongestLife);
        var clock = Stopwatch.StartNew();
        if (random.Next(2) == 0)
        {
            process.WaitForExit(life);
            return;
        }

        while (!process.HasExited && (clock.ElapsedMilliseconds < life || LeftIn(folder) == 0))
        {
            Thread.SpinWait(100);
        }

        var micros = random.Next(5000);
        clock.Restart();
        while (clock.Elapsed.TotalMicroseconds < micros) { }
    }

    private void Compare(TrainingKind kind, string whole, string folder)
    {
        if (failures.Count > 0)
        {
            return;
        }

        var expected = Names(whole);
        var found = Names(folder);

        // One that was to be removed when the last kill came may still be there.
        if (expected.Except(found).Any() || found.Except(expected).Count() > 1 || found.Any(name => name[0] == '.'))
        {
            failures.Add(
                $"{kind.Name}: the folder holds {string.Join(", ", found)}, but not {string.Join(", ", expected)}."
            );
            return;
        }

        foreach (var file in expected.SelectMany(name => Files.Select(file => Path.Combine(name, file))))
        {
            if (!Same(Path.Combine(whole, file), Path.Combine(folder, file)))
            {
                failures.Add(
                    $"{kind.Name} of seed {seed}: {file} has other bits than that of a training never killed."
                );
            }
        }
    }

    private static bool Same(string a, string b) => File.ReadAllBytes(a).AsSpan().SequenceEqual(File.ReadAllBytes(b));

    private static string[] Names(string folder) =>
        [
            .. Directory
                .GetFileSystemEntries(folder)
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
        ];

    private static int LeftIn(string folder)
    {
        try
        {
            return Directory.GetDirectories(folder, ".*").Length;
        }
        catch (DirectoryNotFoundException)
        {
            return 0;
        }
    }
}
