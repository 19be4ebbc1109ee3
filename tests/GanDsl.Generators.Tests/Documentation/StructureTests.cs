namespace GanDsl.Generators.Tests.Documentation;

/// <summary>What the compiler does not check of what docs/contributing/architecture.md says.</summary>
public class StructureTests
{
    private const string Generator = "generators/GanDsl.Generators";
    private const string Roslyn = "Microsoft.CodeAnalysis";

    /// <summary>The files that may name Roslyn's types, and why.</summary>
    private static readonly IReadOnlyDictionary<string, string> Exceptions = new Dictionary<string, string>
    {
        ["Emission/Emitter.cs"] = "hands its text over as what the compiler takes, a SourceText",
        ["Rules/EmittedMember.cs"] = "reads emitted text back",
    };

    /// <summary>Symbols end in parsing: what comes after it knows plain values only.</summary>
    [Theory]
    [InlineData("Inference")]
    [InlineData("Models")]
    [InlineData("Rules")]
    [InlineData("Emission")]
    public void Knows_nothing_of_Roslyn(string folder)
    {
        var files = FilesOf(folder);

        Assert.NotEmpty(files);
        Assert.Equal(
            Exceptions.Keys.Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal)),
            files.Where(file => Repository.Read($"{Generator}/{file}").Contains(Roslyn))
        );
    }

    /// <summary>
    /// A run is looked at while it is written. The usual ways to open a file are refused then on Windows, where elsewhere nobody notices.
    /// </summary>
    [Theory]
    [InlineData("src/GanDsl.Media/Reports")]
    [InlineData("src/GanDsl.CommandLine/RunFolder")]
    public void Opens_files_of_a_run_by_SharedFile(string sources)
    {
        string[] others =
        [
            "File.OpenRead(",
            "File.OpenText(",
            "File.ReadLines(",
            "File.ReadAllLines(",
            "new StreamReader(path",
        ];

        var files = Directory.GetFiles(Repository.PathOf(sources), "*.cs", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.DoesNotContain(
            files,
            file =>
                others.Any(File.ReadAllText(file).Replace("SharedFile.OpenRead", "", StringComparison.Ordinal).Contains)
        );
    }

    private static List<string> FilesOf(string folder) =>
        [
            .. Directory
                .GetFiles(Repository.PathOf($"{Generator}/{folder}"), "*.cs", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Repository.PathOf(Generator), path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
}
