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
    [InlineData("partial class A;\n\nclass ⟦A⟧;", "partial class A;\n\npartial class A;")]
    public async Task Makes_partial(string marked, string expected) =>
        Assert.Equal(expected, await MarkedMends.ApplyAsync(marked, Mend.MakePartial));

    [Theory]
    // A line of its own, after the other lists and the comments behind them.
    [InlineData("[Gan]\npublic partial class ⟦A⟧;", "[Gan]\n[Latent(64)]\npublic partial class A;")]
    [InlineData(
        "[Gan]\n[Image(1, 2, 3)] // data\n// A GAN.\npartial class ⟦A⟧;",
        "[Gan]\n[Image(1, 2, 3)] // data\n[Latent(64)]\n// A GAN.\npartial class A;"
    )]
    // The indentation of the class.
    [InlineData(
        "class B\n{\n    /// <summary>A.</summary>\n    [Gan]\n    partial class ⟦A⟧;\n}",
        "class B\n{\n    /// <summary>A.</summary>\n    [Gan]\n    [Latent(64)]\n    partial class A;\n}"
    )]
    [InlineData(
        "class B\n{\n\t[Gan] partial class ⟦A⟧;\n}",
        "class B\n{\n\t[Gan]\n\t[Latent(64)]\n\tpartial class A;\n}"
    )]
    [InlineData("[Gan] /* a */ class ⟦A⟧;", "[Gan] /* a */\n[Latent(64)]\nclass A;")]
    [InlineData("class B\n{\n    // A.\n    class ⟦A⟧;\n}", "class B\n{\n    // A.\n    [Latent(64)]\n    class A;\n}")]
    // The line breaks of the file.
    [InlineData("[Gan]\r\nclass ⟦A⟧;\r\n", "[Gan]\r\n[Latent(64)]\r\nclass A;\r\n")]
    public async Task Adds_to_the_class(string marked, string expected) =>
        Assert.Equal(expected, await MarkedMends.ApplyAsync(marked, Mend.AddToClass("Latent(64)")));

    [Theory]
    [InlineData("[⟦Linear(1)⟧] class A;", "[Flatten, Linear(1)] class A;")]
    [InlineData("[Tanh, /* a */ ⟦Linear(1)⟧] class A;", "[Tanh, /* a */ Flatten, Linear(1)] class A;")]
    [InlineData("[Tanh,\n ⟦Linear(1)⟧]\nclass A;", "[Tanh,\n Flatten, Linear(1)]\nclass A;")]
    // One attribute to a line: so it stays, above the comments of the attribute.
    [InlineData(
        "[\n    Tanh, // a\n    // b\n    ⟦Linear(1)⟧\n]\nclass A;",
        "[\n    Tanh, // a\n    Flatten,\n    // b\n    Linear(1)\n]\nclass A;"
    )]
    public async Task Inserts_before(string marked, string expected) =>
        Assert.Equal(expected, await MarkedMends.ApplyAsync(marked, Mend.InsertBefore("Flatten")));

    [Theory]
    [InlineData("[⟦Tanh⟧] class A;", "[Tanh, Flatten, Linear(1)] class A;")]
    [InlineData("[⟦Tanh⟧, /* a */ ReLU] class A;", "[Tanh, /* a */ Flatten, Linear(1), ReLU] class A;")]
    [InlineData("[ReLU, ⟦Tanh⟧ /* a */ ] class A;", "[ReLU, Tanh /* a */, Flatten, Linear(1) ] class A;")]
    [InlineData("[ReLU, ⟦Tanh⟧ // a\n] class A;", "[ReLU, Tanh, Flatten, Linear(1) // a\n] class A;")]
    [InlineData("[ReLU, ⟦Tanh⟧,] class A;", "[ReLU, Tanh, Flatten, Linear(1),] class A;")]
    [InlineData("[\n    ⟦Tanh⟧ // a\n]\nclass A;", "[\n    Tanh, // a\n    Flatten,\n    Linear(1)\n]\nclass A;")]
    [InlineData(
        "[\n    ⟦Tanh⟧, // a\n    // b\n    ReLU\n]\nclass A;",
        "[\n    Tanh, // a\n    Flatten,\n    Linear(1),\n    // b\n    ReLU\n]\nclass A;"
    )]
    public async Task Inserts_after(string marked, string expected) =>
        Assert.Equal(expected, await MarkedMends.ApplyAsync(marked, Mend.InsertAfter("Flatten", "Linear(1)")));

    [Theory]
    [InlineData("[⟦Sigmoid⟧] class A;", "[Tanh] class A;")]
    [InlineData("[ReLU, ⟦LeakyReLU(0.2 /* a */)⟧ /* b */, ReLU] class A;", "[ReLU, Tanh /* b */, ReLU] class A;")]
    public async Task Replaces(string marked, string expected) =>
        Assert.Equal(expected, await MarkedMends.ApplyAsync(marked, Mend.ReplaceBy("Tanh")));

    [Theory]
    [InlineData("[⟦Tanh⟧, ReLU] class A;", "[ReLU] class A;")]
    [InlineData("[Flatten, ⟦Tanh⟧, ReLU] class A;", "[Flatten, ReLU] class A;")]
    [InlineData("[ Flatten, ⟦Tanh⟧ ] class A;", "[ Flatten ] class A;")]
    [InlineData("[Flatten, ⟦Tanh⟧,] class A;", "[Flatten,] class A;")]
    [InlineData("[Flatten, /* a */ ⟦Tanh⟧] class A;", "[Flatten /* a */] class A;")]
    [InlineData("[Flatten,\n    ⟦Tanh⟧]\nclass A;", "[Flatten]\nclass A;")]
    [InlineData("[Flatten, ⟦Tanh⟧,\n    ReLU]\nclass A;", "[Flatten,\n    ReLU]\nclass A;")]
    [InlineData("[Flatten,\n    ⟦Tanh⟧, ReLU]\nclass A;", "[Flatten,\n    ReLU]\nclass A;")]
    [InlineData(
        "[\n    Flatten, // a\n    // b\n    ⟦Tanh⟧, // c\n    ReLU\n]\nclass A;",
        "[\n    Flatten, // a\n    // b\n    // c\n    ReLU\n]\nclass A;"
    )]
    [InlineData("[\n    Flatten, // a\n    ⟦Tanh⟧\n]\nclass A;", "[\n    Flatten // a\n]\nclass A;")]
    // The last attribute takes its list with it, and the line, but no comment.
    [InlineData("[Gan]\n// a\n[⟦Tanh⟧]\n// b\n[ReLU]\nclass A;", "[Gan]\n// a\n// b\n[ReLU]\nclass A;")]
    [InlineData(
        "class B\n{\n    [Gan]\n    [⟦Tanh⟧] // a\n    class A;\n}",
        "class B\n{\n    [Gan]\n    // a\n    class A;\n}"
    )]
    [InlineData("[Gan] [⟦Tanh⟧] class A;", "[Gan] class A;")]
    [InlineData("[Gan] [⟦Tanh⟧]\r\nclass A;", "[Gan]\r\nclass A;")]
    [InlineData("[\n    ⟦Tanh⟧\n]\nclass A;", "class A;")]
    public async Task Removes(string marked, string expected) =>
        Assert.Equal(expected, await MarkedMends.ApplyAsync(marked, Mend.Remove("Tanh")));
}
