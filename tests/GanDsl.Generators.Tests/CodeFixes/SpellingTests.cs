using GanDsl.Generators.Tests.Infrastructure;

namespace GanDsl.Generators.Tests.CodeFixes;

/// <summary>New names are written so that they are understood where they stand: with the user's own qualifier where there is one.</summary>
public class SpellingTests
{
    [Theory]
    [InlineData("using GanDsl;", "Sigmoid", "Tanh")]
    [InlineData("using GanDsl;", "SigmoidAttribute", "Tanh")]
    [InlineData("using GanDsl;", "GanDsl.Sigmoid", "GanDsl.Tanh")]
    [InlineData("", "GanDsl.Sigmoid", "GanDsl.Tanh")]
    [InlineData("", "global::GanDsl.SigmoidAttribute", "global::GanDsl.Tanh")]
    [InlineData("using G = GanDsl;", "G.Sigmoid", "G.Tanh")]
    [InlineData("using G = GanDsl;", "G::Sigmoid", "G::Tanh")]
    [InlineData("using Squash = GanDsl.SigmoidAttribute;", "Squash", "GanDsl.Tanh")]
    [InlineData("using GanDsl; class Tanh : System.Attribute;", "Sigmoid", "TanhAttribute")]
    [InlineData("using GanDsl; class TanhAttribute : System.Attribute;", "Sigmoid", "GanDsl.Tanh")]
    [InlineData("using Squash = GanDsl.SigmoidAttribute; namespace N; class GanDsl;", "Squash", "global::GanDsl.Tanh")]
    public async Task An_attribute_is_understood(string head, string typed, string expected)
    {
        var marked = $"{head} [⟦{typed}⟧] class A;";

        var mended = await MarkedMends.ApplyAsync(marked, Mend.ReplaceBy("Tanh"), usings: "");

        Assert.Equal(marked.Replace($"⟦{typed}⟧", expected), mended);
        Assert.DoesNotContain(GeneratorRun.Compile(mended).GetDiagnostics(), each => each.Id.StartsWith("CS0"));
    }

    [Theory]
    [InlineData("using GanDsl;", "Gan", "GanLoss.NonSaturating")]
    [InlineData("", "GanDsl.Gan", "GanDsl.GanLoss.NonSaturating")]
    [InlineData("using G = GanDsl;", "G::Gan", "G::GanLoss.NonSaturating")]
    [InlineData("using Adversarial = GanDsl.GanAttribute;", "Adversarial", "GanDsl.GanLoss.NonSaturating")]
    [InlineData("using GanDsl; class GanLoss;", "Gan", "GanDsl.GanLoss.NonSaturating")]
    public async Task The_value_of_an_argument_is_understood(string head, string typed, string expected)
    {
        var mended = await MarkedMends.ApplyAsync(
            $"{head} [⟦{typed}⟧] class A;",
            Mend.Set("Gan", ArgumentChange.Property("Loss", "GanLoss.NonSaturating")),
            usings: ""
        );

        Assert.Equal($"{head} [{typed}(Loss = {expected})] class A;", mended);
        Assert.DoesNotContain(GeneratorRun.Compile(mended).GetDiagnostics(), each => each.Id.StartsWith("CS0"));
    }

    [Theory]
    [InlineData("using GanDsl;", "[Gan]", "[Image(1, 28, 28, Range = ValueRange.ZeroToOne)]")]
    [InlineData("", "[GanDsl.Gan]", "[GanDsl.Image(1, 28, 28, Range = GanDsl.ValueRange.ZeroToOne)]")]
    public async Task An_attribute_with_values_is_understood_on_a_class(string head, string typed, string expected)
    {
        var mended = await MarkedMends.ApplyAsync(
            $"{head}\n{typed}\nclass ⟦A⟧;",
            Mend.AddToClass("Image(1, 28, 28, Range = ValueRange.ZeroToOne)"),
            usings: ""
        );

        Assert.Equal($"{head}\n{typed}\n{expected}\nclass A;", mended);
        Assert.DoesNotContain(GeneratorRun.Compile(mended).GetDiagnostics(), each => each.Id.StartsWith("CS0"));
    }
}
