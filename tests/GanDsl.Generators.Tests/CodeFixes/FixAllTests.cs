namespace GanDsl.Generators.Tests.CodeFixes;

/// <summary>Fix All makes all edits at once, however close they stand.</summary>
public class FixAllTests
{
    private static readonly Mend Remove = Mend.Remove("Tanh");

    private static readonly Mend DropBias = Mend.Set("Linear", ArgumentChange.Removal("Bias"));

    [Theory]
    [InlineData("[⟦Tanh⟧, ⟦Tanh⟧, ReLU] class A;", "[ReLU] class A;")]
    [InlineData("[ReLU, ⟦Tanh⟧, ⟦Tanh⟧] class A;", "[ReLU] class A;")]
    [InlineData("[⟦Tanh⟧, ReLU, ⟦Tanh⟧] class A;", "[ReLU] class A;")]
    [InlineData("[Flatten, ⟦Tanh⟧, ⟦Tanh⟧,\n ReLU] class A;", "[Flatten,\n ReLU] class A;")]
    [InlineData("[Flatten]\n[⟦Tanh⟧, ⟦Tanh⟧]\nclass A;", "[Flatten]\nclass A;")]
    [InlineData("[Flatten]\n[⟦Tanh⟧]\n[⟦Tanh⟧]\nclass A;", "[Flatten]\nclass A;")]
    [InlineData("[Flatten] [⟦Tanh⟧] [⟦Tanh⟧] class A;", "[Flatten] class A;")]
    [InlineData("[\n    ReLU,\n    ⟦Tanh⟧, // a\n    ⟦Tanh⟧\n]\nclass A;", "[\n    ReLU // a\n]\nclass A;")]
    public async Task Removes_neighbours(string marked, string expected) =>
        Assert.Equal(expected, await MarkedMends.ApplyAllAsync(marked, Remove, Remove));

    [Fact]
    public async Task Changes_three_attributes_of_one_list() =>
        Assert.Equal(
            "[Linear(8), Tanh, Linear(4), Linear(2, Name = \"a\")] class A;",
            await MarkedMends.ApplyAllAsync(
                "[⟦Linear(8, Bias = false)⟧, Tanh, ⟦Linear(4, Bias = true)⟧, ⟦Linear(2, Bias = false, Name = \"a\")⟧] class A;",
                DropBias,
                DropBias,
                DropBias
            )
        );

    [Fact]
    public async Task Makes_every_kind_of_edit_in_one_list() =>
        Assert.Equal(
            "[Flatten, Linear(8), BatchNorm, LeakyReLU(0.2), Sigmoid, Tanh, Dropout(0.5)] class A;",
            await MarkedMends.ApplyAllAsync(
                "[⟦Linear(8)⟧, ⟦Sigmoid⟧, ⟦LeakyReLU(2)⟧, ⟦Sigmoid⟧, ⟦ReLU⟧] class A;",
                Mend.InsertBefore("Flatten"),
                Mend.ReplaceBy("BatchNorm"),
                Mend.Set("LeakyReLU", ArgumentChange.Parameter("negativeSlope", 0, "0.2")),
                Mend.InsertAfter("Tanh", "Dropout(0.5)"),
                Mend.Remove("ReLU")
            )
        );

    [Theory]
    [InlineData("[⟦Linear(8, Bias = false)⟧] class A;", "[Linear(4, Name = \"a\")] class A;")]
    [InlineData("[⟦Linear(8, Name = \"b\", Bias = false)⟧] class A;", "[Linear(4, Name = \"a\")] class A;")]
    public async Task Makes_every_change_of_one_attribute(string marked, string expected) =>
        Assert.Equal(
            expected,
            await MarkedMends.ApplyAllAsync(
                marked,
                DropBias,
                Mend.Set("Linear", ArgumentChange.Property("Name", "\"a\"")),
                Mend.Set("Linear", ArgumentChange.Parameter("outFeatures", 0, "4"))
            )
        );

    [Theory]
    // The same edit is made once.
    [InlineData("InsertAfter", "[Tanh, Flatten] class A;")]
    // Of two values the first is taken.
    [InlineData("Set", "[Tanh(Name = \"a\")] class A;")]
    // What is inserted beside a removed attribute stands in its place.
    [InlineData("Remove", "[Flatten] class A;")]
    public async Task Settles_edits_of_one_place(string kind, string expected)
    {
        Mend[] mends = kind switch
        {
            "InsertAfter" => [Mend.InsertAfter("Flatten"), Mend.InsertAfter("Flatten")],
            "Set" =>
            [
                Mend.Set("Tanh", ArgumentChange.Property("Name", "\"a\"")),
                Mend.Set("Tanh", ArgumentChange.Property("Name", "\"b\"")),
            ],
            _ => [Mend.Remove("Tanh"), Mend.InsertAfter("Flatten"), DropBias],
        };

        Assert.Equal(expected, await MarkedMends.ApplyAllAsync("[⟦Tanh⟧] class A;", mends));
    }
}
