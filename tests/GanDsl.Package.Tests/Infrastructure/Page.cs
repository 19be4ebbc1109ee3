using System.Text.RegularExpressions;

namespace GanDsl.Package.Tests.Infrastructure;

/// <summary>A page of the documentation.</summary>
internal sealed class Page(string path)
{
    private readonly string text = File.ReadAllText(Path.Combine(Repository.Folder, path));

    /// <summary>The first block of code in a language.</summary>
    public string Block(string language) =>
        Regex
            .Match(text, $"^```{language}\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)
            .Groups[1]
            .Value;
}
