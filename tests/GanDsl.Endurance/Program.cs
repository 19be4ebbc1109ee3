using System.Globalization;
using GanDsl.Endurance.Files;
using GanDsl.Endurance.Kills;

switch (args)
{
    case [KilledTraining.Command, var kind, var folder, var steps]:
        KilledTraining.Run(kind, folder, steps);
        return 0;
    case [FileFuzzing.Command, var first, var count, var seed]:
        FileFuzzing.Run(Number(first), Number(count), Number(seed));
        return 0;
    case [HugeFiles.Command, var name]:
        HugeFiles.Run(name);
        return 0;
    case ["kills", .. { Length: <= 2 } rest] when rest.All(IsNumber):
    {
        var report = new KillRun(NumberOf(rest, 0, 100), NumberOf(rest, 1, 0), Console.WriteLine).Run();
        Console.WriteLine(report);
        return report.Failures.Count == 0 ? 0 : 1;
    }

    case ["files", .. { Length: <= 2 } rest] when rest.All(IsNumber):
    {
        var report = new FileFuzzer(NumberOf(rest, 0, 10_000), NumberOf(rest, 1, 0), Console.WriteLine).Run();
        Console.WriteLine(report);
        return report.Failures.Count == 0 ? 0 : 1;
    }

    default:
        Console.Error.WriteLine("usage: ./build.sh kills [COUNT [SEED]], or ./build.sh fuzz-files [COUNT [SEED]]");
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

static int NumberOf(string[] texts, int index, int usual) => index < texts.Length ? Number(texts[index]) : usual;
