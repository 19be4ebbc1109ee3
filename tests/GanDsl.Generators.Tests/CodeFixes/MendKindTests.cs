namespace GanDsl.Generators.Tests.CodeFixes;

/// <summary>Each kind of mend writes exactly this and leaves everything else as it was typed.</summary>
public class MendKindTests
{
    [Theory]
    // The modifier stands before "class", after the others.
    [InlineData("[Gan] class ⟦A⟧;", "[Gan] partial class A;")]
    [InlineData("[Gan]\npublic sealed class ⟦A⟧\n{\n}", "[Gan]\npublic sealed partial class A\n{\n}")]
    [InlineData("[Gan] public /* a */ class /* b */ ⟦A⟧;", "[Gan] public /* a */ partial class /* b */ A;")]
    // Every part needs it, and only once.
    [InlineData("class ⟦A⟧;\nclass A;\n\nstatic class B;", "partial class A;\npartial class A;\n\nstatic class B;")]
    public async Task Makes_partial(string marked, string expected) =>
        Assert.Equal(expected, await MarkedMends.ApplyAsync(marked, Mend.MakePartial));
}
