using GanDsl.Package.Tests.Infrastructure;

namespace GanDsl.Package.Tests;

/// <summary>What 'dotnet new gan' makes is a program that trains.</summary>
[Collection(Packed.Name)]
public sealed class TemplateTests(Feed feed)
{
    /// <summary>In a project of the name of its class.</summary>
    [LinuxFact]
    public void A_GAN_for_images_trains_and_so_does_its_published_program()
    {
        var folder = New("PictureGan", []);

        feed.Run("PictureGan", "build", "--configuration", "Release", "--verbosity", "quiet");
        Dotnet.RunFile(Program("PictureGan", "bin"), "--steps", "10", "--out", Path.Combine(folder, "out"));

        AssertTrained(Path.Combine(folder, "out"), steps: 10);
        Assert.All(
            (string[])["GanDsl", "GanDsl.CommandLine", "GanDsl.Media", "GanDsl.ToyData"],
            id => Assert.True(feed.WasTaken(id), id)
        );

        feed.Run("PictureGan", "publish", "--no-build", "--output", Path.Combine(folder, "published"));
        var again = Path.Combine(folder, "again");
        Dotnet.RunFile(Path.Combine(folder, "published", "PictureGan"), "--steps", "10", "--out", again);
        AssertTrained(again, steps: 10);
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(folder, "out", "generator.safetensors")),
            File.ReadAllBytes(Path.Combine(again, "generator.safetensors"))
        );
    }

    [LinuxFact]
    public void A_GAN_for_points_trains()
    {
        var folder = New("My.Points", ["--data", "points"]);

        feed.Run("My.Points", "run", "--", "--steps", "10", "--out", "out");

        AssertTrained(Path.Combine(folder, "out"), steps: 10);
        Assert.True(File.Exists(Path.Combine(folder, "out", "points.svg")));
    }

    [LinuxFact]
    public void A_GAN_for_signals_trains_and_a_mistake_in_it_is_an_error_at_its_line()
    {
        var folder = New("Sounds", ["--data", "signals"]);

        feed.Run("Sounds", "run", "--", "--steps", "10", "--out", "out");

        AssertTrained(Path.Combine(folder, "out"), steps: 10);

        var declaration = Path.Combine(folder, "SoundGan.cs");
        var text = File.ReadAllText(declaration);
        File.WriteAllText(
            declaration,
            text.Replace("[Reshape(64, 16)]", "[Reshape(64, 17)]", StringComparison.Ordinal)
        );
        var line = 1 + Array.FindIndex(text.Split('\n'), part => part.Contains("[Reshape", StringComparison.Ordinal));

        var (status, said) = Dotnet.Try(folder, "build", "--no-restore", "--nologo");

        Assert.NotEqual(0, status);
        Assert.Contains($"SoundGan.cs({line},6): error GAN0203: Reshape(64, 17)", said, StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", said, StringComparison.Ordinal);
    }

    /// <summary>Makes a project, which finds the templates where its feed has installed them.</summary>
    private string New(string name, string[] options)
    {
        var hive = Path.Combine(feed.Folder, "templates");
        if (!Directory.Exists(hive))
        {
            Dotnet.Run(feed.Folder, "new", "install", feed.Package("GanDsl.Templates"), "--debug:custom-hive", hive);
        }

        Dotnet.Run(
            feed.Folder,
            ["new", "gan", "--output", name, "--no-restore", .. options, "--debug:custom-hive", hive]
        );
        return Path.Combine(feed.Folder, name);
    }

    /// <summary>A run has written its weights and a line for each step.</summary>
    private static void AssertTrained(string run, int steps)
    {
        Assert.Equal(1 + steps, File.ReadAllLines(Path.Combine(run, "measurements.csv")).Length);
        Assert.True(File.Exists(Path.Combine(run, "generator.safetensors")));
    }

    private string Program(string name, string output) =>
        Assert.Single(Directory.GetFiles(Path.Combine(feed.Folder, name, output), name, SearchOption.AllDirectories));
}
