namespace GanDsl.Generators.Tests.Documentation;

/// <summary>Symbols end in parsing: what comes after it knows plain values only, as docs/contributing/architecture.md says.</summary>
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

    private static List<string> FilesOf(string folder) =>
        [
            .. Directory
                .GetFiles(Repository.PathOf($"{Generator}/{folder}"), "*.cs", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Repository.PathOf(Generator), path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
}
