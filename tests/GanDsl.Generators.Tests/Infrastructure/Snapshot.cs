using System.Runtime.CompilerServices;

namespace GanDsl.Generators.Tests.Infrastructure;

/// <summary>
/// Compares generated files with the accepted ones in the folder Snapshots, named as Verify.SourceGenerators names them
/// (<c>Class.Method#Hint.verified.cs</c>). Ours, and small, for machines where the Verify packages cannot be restored; where
/// they are in the NuGet cache, Snapshot.Verify.cs is compiled in its place.
/// </summary>
internal static class Snapshot
{
    public static Task Verify(
        GeneratorRun run,
        [CallerFilePath] string testFile = "",
        [CallerMemberName] string method = ""
    )
    {
        var folder = AcceptedSnapshots.Folder(testFile);
        var prefix = $"{Path.GetFileNameWithoutExtension(testFile)}.{method}";
        var generated = run.Sources.ToDictionary(
            source => $"{prefix}#{Path.GetFileNameWithoutExtension(source.HintName)}.verified.cs",
            source => $"//HintName: {source.HintName}\n{source.SourceText}",
            StringComparer.Ordinal
        );
        if (AcceptedSnapshots.AreBeingWritten)
        {
            Accept(folder, prefix, generated);
        }

        var differences = generated
            .Select(file => Difference(Path.Combine(folder, file.Key), file.Value))
            .Concat(
                Stale(folder, prefix, generated)
                    .Select(path => $"{Path.GetFileName(path)} is accepted, but no longer generated.")
            )
            .OfType<string>();
        Assert.True(
            !differences.Any(),
            string.Join(
                "\n",
                differences.Append("Look at the difference; './build.sh accept' accepts what is generated now.")
            )
        );
        return Task.CompletedTask;
    }

    private static void Accept(string folder, string prefix, Dictionary<string, string> generated)
    {
        Directory.CreateDirectory(folder);
        foreach (var path in Stale(folder, prefix, generated))
        {
            File.Delete(path);
        }

        foreach (var (name, text) in generated)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }
    }

    private static string[] Stale(string folder, string prefix, Dictionary<string, string> generated) =>
        [
            .. Directory
                .GetFiles(folder, $"{prefix}#*.verified.cs")
                .Where(path => !generated.ContainsKey(Path.GetFileName(path)))
                .Order(StringComparer.Ordinal),
        ];

    private static string? Difference(string path, string generated)
    {
        if (!File.Exists(path))
        {
            return $"{Path.GetFileName(path)} is generated, but not accepted yet:\n{generated}";
        }

        var accepted = File.ReadAllText(path).Split('\n');
        var lines = generated.Split('\n');
        for (var line = 0; line < Math.Max(accepted.Length, lines.Length); line++)
        {
            var (was, now) = (accepted.ElementAtOrDefault(line), lines.ElementAtOrDefault(line));
            if (was != now)
            {
                return $"{Path.GetFileName(path)}, line {line + 1}:\n  accepted:  {was ?? "(end)"}\n  generated: {now ?? "(end)"}";
            }
        }

        return null;
    }
}
