namespace GanDsl.Generators.Tests.CodeFixes;

/// <summary>A change of arguments writes exactly this and leaves the other arguments and their comments as they were typed.</summary>
public class SetArgumentsTests
{
    [Theory]
    [InlineData("[⟦Conv2d(64, 4, Padding = 1)⟧] class A;", "[Conv2d(64, 4, Padding = 2)] class A;")]
    [InlineData("[⟦Conv2d(64, 4)⟧, Tanh] class A;", "[Conv2d(64, 4, Padding = 2), Tanh] class A;")]
    [InlineData("[⟦Conv2d⟧] class A;", "[Conv2d(Padding = 2)] class A;")]
    [InlineData("[⟦Conv2d()⟧] class A;", "[Conv2d(Padding = 2)] class A;")]
    [InlineData(
        "[⟦Conv2d(64, 4, Padding /* a */ = /* b */ 1 /* c */)⟧] class A;",
        "[Conv2d(64, 4, Padding /* a */ = /* b */ 2 /* c */)] class A;"
    )]
    [InlineData("[⟦Conv2d(64, 4 /* a */)⟧] class A;", "[Conv2d(64, 4 /* a */, Padding = 2)] class A;")]
    [InlineData(
        "[⟦Conv2d(\n    64, // a\n    4 // b\n)⟧]\nclass A;",
        "[Conv2d(\n    64, // a\n    4, // b\n    Padding = 2\n)]\nclass A;"
    )]
    public async Task Sets_a_property(string marked, string expected) =>
        await ExpectAsync(marked, expected, ArgumentChange.Property("Padding", "2"));

    [Theory]
    [InlineData("[⟦Conv2d(64, 4, Stride = 2)⟧] class A;", "[Conv2d(64, 3, Stride = 2)] class A;")]
    [InlineData("[⟦Conv2d(64, 2 + /* a */ 2)⟧] class A;", "[Conv2d(64, 3)] class A;")]
    [InlineData(
        "[⟦Conv2d(kernelSize: 4, outChannels: 64)⟧] class A;",
        "[Conv2d(kernelSize: 3, outChannels: 64)] class A;"
    )]
    [InlineData("[⟦Conv2d(outChannels: 64, 4)⟧] class A;", "[Conv2d(outChannels: 64, 3)] class A;")]
    // Where it is optional and not typed.
    [InlineData("[⟦Conv2d(64)⟧] class A;", "[Conv2d(64, 3)] class A;")]
    [InlineData("[⟦Conv2d(64, Stride = 2)⟧] class A;", "[Conv2d(64, 3, Stride = 2)] class A;")]
    [InlineData("[⟦Conv2d(Stride = 2)⟧] class A;", "[Conv2d(kernelSize: 3, Stride = 2)] class A;")]
    [InlineData("[⟦Conv2d⟧] class A;", "[Conv2d(kernelSize: 3)] class A;")]
    public async Task Sets_a_parameter(string marked, string expected) =>
        await ExpectAsync(marked, expected, ArgumentChange.Parameter("kernelSize", 1, "3"));

    [Theory]
    [InlineData("[⟦Linear(8, Bias = false)⟧] class A;", "[Linear(8)] class A;")]
    [InlineData("[⟦Linear(8, Bias = false, Name = \"a\")⟧] class A;", "[Linear(8, Name = \"a\")] class A;")]
    [InlineData("[⟦Linear(8, /* a */ Bias = false)⟧] class A;", "[Linear(8 /* a */)] class A;")]
    [InlineData("[⟦Linear(bias: false)⟧, Tanh] class A;", "[Linear(bias: false), Tanh] class A;")]
    [InlineData("[⟦Linear(8)⟧] class A;", "[Linear(8)] class A;")]
    // Without arguments there are no parentheses, unless somebody wrote a comment there.
    [InlineData("[⟦Linear(Bias = false)⟧, Tanh] class A;", "[Linear, Tanh] class A;")]
    [InlineData("[⟦Linear(Bias = /* a */ false /* b */)⟧] class A;", "[Linear(/* b */)] class A;")]
    [InlineData("[⟦Linear(\n    8,\n    Bias = false\n)⟧]\nclass A;", "[Linear(\n    8\n)]\nclass A;")]
    public async Task Removes_a_property(string marked, string expected) =>
        await ExpectAsync(marked, expected, ArgumentChange.Removal("Bias"));

    [Theory]
    [InlineData("[⟦Conv2d(64, 4, Bias = true)⟧] class A;", "[Conv2d(64, 3, Padding = 1)] class A;")]
    [InlineData(
        "[⟦Conv2d(64, 4, Bias = true, Stride = 2)⟧] class A;",
        "[Conv2d(64, 3, Stride = 2, Padding = 1)] class A;"
    )]
    [InlineData("[⟦Conv2d(Bias = true)⟧] class A;", "[Conv2d(kernelSize: 3, Padding = 1)] class A;")]
    public async Task Changes_several_arguments_at_once(string marked, string expected) =>
        await ExpectAsync(
            marked,
            expected,
            ArgumentChange.Parameter("kernelSize", 1, "3"),
            ArgumentChange.Removal("Bias"),
            ArgumentChange.Property("Padding", "1")
        );

    private static async Task ExpectAsync(string marked, string expected, params ArgumentChange[] changes) =>
        Assert.Equal(expected, await MarkedMends.ApplyAsync(marked, Mend.Set("Layer", changes)));
}
