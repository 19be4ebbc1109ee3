using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Tests.Documentation;

public class ReadmeTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/guide/structure.md")]
    [InlineData("docs/reference/losses.md")]
    [InlineData("docs/guide/conditional.md")]
    public async Task What_it_declares_is_right(string page)
    {
        var declarations = Markdown.CSharpBlocks(Repository.Read(page)).Where(block => block.Contains("[Gan"));

        var compiled = await CompiledDeclarations.Of(
            declarations.Select((block, index) => ($"Block{index + 1}", block))
        );

        Assert.NotEmpty(declarations);
        Assert.DoesNotContain(
            compiled.Problems.SelectMany(problems => problems),
            diagnostic => diagnostic.Severity > DiagnosticSeverity.Info
        );
        Assert.Empty(compiled.CompilerErrors);
    }
}
