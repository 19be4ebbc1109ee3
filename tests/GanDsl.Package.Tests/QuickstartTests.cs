using GanDsl.Package.Tests.Infrastructure;

namespace GanDsl.Package.Tests;

/// <summary>A program of one file, copied out of the repository.</summary>
[Collection(Packed.Name)]
public sealed class QuickstartTests(Feed feed)
{
    [LinuxFact]
    public void The_quickstart_runs_anywhere()
    {
        var copy = Directory.CreateDirectory(Path.Combine(feed.Folder, "Quickstart")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Folder, "examples", "Quickstart")))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        var program = File.ReadAllText(Path.Combine(copy, "Quickstart.cs"));
        Assert.Contains($"#:package GanDsl@{feed.Version}\n", program, StringComparison.Ordinal);
        Assert.Contains(
            $"#:package TorchSharp-cpu@{Repository.VersionOf("TorchSharp-cpu")}\n",
            program,
            StringComparison.Ordinal
        );

        var said = feed.Run("Quickstart", "run", "Quickstart.cs", "--", "10");

        Assert.Contains("10: D", said, StringComparison.Ordinal);
        Assert.True(feed.WasTaken("GanDsl"));
    }
}
