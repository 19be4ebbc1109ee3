using GanDsl.Generators.Tests.Models;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Tests.Incrementality;

/// <summary>What is recomputed after an edit: the compiler runs the generator at every keystroke.</summary>
public class IncrementalityTests
{
    private const string Digits = DeclaredGans.Digits;
    private const string Ring = DeclaredGans.Ring;
    private const string Other = "class Other { }";

    [Fact]
    public void Nothing_is_looked_at_for_the_same_compilation()
    {
        var before = Edit.From(Digits);

        Assert.Equal(RunReasons.Cached, before.Again()["Demo.DigitGan"]);
    }

    [Theory]
    [InlineData("class Other { int more; }")]
    [InlineData("class Other { void Method() { Broken( } }")]
    [InlineData("class Other { } class Another { }")]
    [InlineData("[System.Obsolete] class Other { }")]
    [InlineData("[GanDsl.Generator] class Other { }")]
    [InlineData("")]
    public void A_keystroke_in_another_file_emits_nothing(string other) =>
        Assert.Equal(RunReasons.Unchanged, Edit.From(Digits, Other).To(Digits, other)["Demo.DigitGan"]);

    [Fact]
    public void A_keystroke_in_another_file_emits_none_of_many_gans()
    {
        var names = Enumerable.Range(0, 30).Select(number => $"Gan{number}").ToArray();
        var gans = names.Select(name => Replace(Digits, "DigitGan", name)).ToArray();

        var edit = Edit.From([.. gans, Other]).To([.. gans, "class Other { int more; }"]);

        Assert.All(names, name => Assert.Equal(RunReasons.Unchanged, edit[$"Demo.{name}"]));
    }

    [Fact]
    public void A_new_file_emits_nothing() =>
        Assert.Equal(RunReasons.Unchanged, Edit.From(Digits).To(Digits, Other)["Demo.DigitGan"]);

    [Theory]
    [InlineData("[Generator]", "// Here is the generator.\n    [Generator]")]
    [InlineData("Handwritten digits", "Digits that somebody has written")]
    [InlineData("BatchNorm, ReLU", "BatchNorm  ,\n ReLU ")]
    [InlineData("128 * 7 * 7", "6_272")]
    [InlineData("[Gan(", "public class Before { } [Gan(")]
    [InlineData("Loss = GanLoss.NonSaturating", "")]
    [InlineData("[Latent(64)]\n[Image(1, 28, 28)]", "[Image(1, 28, 28), Latent(64)]")]
    public void An_edit_that_means_the_same_emits_nothing(string before, string after) =>
        Assert.Equal(RunReasons.Unchanged, Edit.From(Digits).To(Replace(Digits, before, after))["Demo.DigitGan"]);

    [Fact]
    public void A_class_moved_within_its_file_emits_nothing()
    {
        const string Usings = "using GanDsl; namespace Demo;";
        var gan = Digits[Digits.IndexOf("[Gan", StringComparison.Ordinal)..];

        Assert.Equal(RunReasons.Unchanged, Edit.From(Usings + gan + Other).To(Usings + Other + gan)["Demo.DigitGan"]);
    }

    [Theory]
    [InlineData("LeakyReLU(0.2)", "LeakyReLU(0.3)")]
    [InlineData("[Latent(64)]", "[Latent(32)]")]
    [InlineData("NonSaturating", "Saturating")]
    [InlineData("public partial class Generator;", "internal partial class Generator;")]
    public void A_change_emits_its_own_gan_and_no_other(string before, string after)
    {
        var edit = Edit.From(Digits, Ring).To(Replace(Digits, before, after), Ring);

        Assert.Equal(RunReasons.Modified, edit["Demo.DigitGan"]);
        Assert.Equal(RunReasons.Unchanged, edit["Demo.Points.RingGan"]);
    }

    [Fact]
    public void A_changed_constant_in_another_file_emits_the_gan_again()
    {
        const string Constants = "static class Sizes { public const int Latent = 64; }";
        var gan = Replace(Digits, "[Latent(64)]", "[Latent(Sizes.Latent)]");

        Assert.Equal(
            RunReasons.Modified,
            Edit.From(gan, Constants).To(gan, Replace(Constants, "64", "32"))["Demo.DigitGan"]
        );
    }

    /// <summary>A block in another file is read with the symbols of the whole project: what it means is part of the GAN's model.</summary>
    [Theory]
    [InlineData("Linear(64)", "Linear(32)")]
    [InlineData("ReLU", "Tanh")]
    [InlineData("[Block", "[Block, SpectralNorm")]
    [InlineData("[Block", "[Block, Residual")]
    [InlineData("class Middle;", "class Middle; /* */ [Obsolete] class Other;", false)]
    [InlineData("[Block", "/* A block. */ [Block", false)]
    [InlineData("Linear(64)", "Linear( 8 * 8 )", false)]
    public void A_changed_block_in_another_file_emits_the_gans_that_use_it(
        string before,
        string after,
        bool isChange = true
    )
    {
        const string Block = "using GanDsl; using System; [Block, Linear(64), ReLU] class Middle;";
        const string Outer = "using GanDsl; [Block, Use<Middle>] class Outer;";
        var gan = Replace(Digits, "[Linear(128 * 7 * 7)", "[Use<global::Outer>, Linear(128 * 7 * 7)");

        var edit = Edit.From(gan, Ring, Outer, Block).To(gan, Ring, Outer, Replace(Block, before, after));

        Assert.Equal(isChange ? RunReasons.Modified : RunReasons.Unchanged, edit["Demo.DigitGan"]);
        Assert.Equal(RunReasons.Unchanged, edit["Demo.Points.RingGan"]);
    }

    [Fact]
    public void A_changed_shape_rule_in_another_file_emits_the_gan_again()
    {
        const string Module = """
            using GanDsl;
            using TorchSharp;
            [ShapeRule("C -> C")]
            public class Mine : torch.nn.Module<torch.Tensor, torch.Tensor>
            {
                public Mine() : base("") { }
                public override torch.Tensor forward(torch.Tensor input) => input;
            }
            """;
        var gan = Replace(Digits, "[Linear(128 * 7 * 7)", "[Use<global::Mine>, Linear(128 * 7 * 7)");

        Assert.Equal(
            RunReasons.Modified,
            Edit.From(gan, Module).To(gan, Replace(Module, "C -> C", "C -> 2 * C"))["Demo.DigitGan"]
        );
        Assert.Equal(
            RunReasons.Unchanged,
            Edit.From(gan, Module).To(gan, Replace(Module, "=> input;", "=> input + 1;"))["Demo.DigitGan"]
        );
        Assert.Equal(
            RunReasons.Modified,
            Edit.From(gan, Module).To(gan, Replace(Module, "[ShapeRule(\"C -> C\")]", ""))["Demo.DigitGan"]
        );
    }

    [Fact]
    public void A_changed_loss_in_another_file_emits_the_gan_again()
    {
        const string Loss = """
            using TorchSharp;
            public static class Mine
            {
                public static torch.Tensor Discriminator(torch.Tensor realLogits, torch.Tensor fakeLogits) => fakeLogits.mean();
                public static torch.Tensor Generator(torch.Tensor fakeLogits) => fakeLogits.mean();
            }
            """;
        var gan = Replace(Digits, "[Gan(Loss = GanLoss.NonSaturating)]", "[Gan, Loss(typeof(global::Mine))]");
        var ofBoth = Replace(Loss, "Generator(torch.Tensor", "Generator(torch.Tensor realLogits, torch.Tensor");

        Assert.Equal(RunReasons.Modified, Edit.From(gan, Loss).To(gan, ofBoth)["Demo.DigitGan"]);
        Assert.Equal(
            RunReasons.Unchanged,
            Edit.From(gan, Loss).To(gan, Replace(Loss, "=> fakeLogits.mean();", "=> -fakeLogits.mean();"))[
                "Demo.DigitGan"
            ]
        );
        Assert.Equal(
            RunReasons.Modified,
            Edit.From(gan, Loss).To(gan, Replace(Loss, "torch.Tensor Generator", "float Generator"))["Demo.DigitGan"]
        );
    }

    [Fact]
    public void A_new_gan_emits_itself_and_no_other()
    {
        var edit = Edit.From(Digits).To(Digits, Ring);

        Assert.Equal(RunReasons.New, edit["Demo.Points.RingGan"]);
        Assert.Equal(RunReasons.Unchanged, edit["Demo.DigitGan"]);
        Assert.Equal(IncrementalStepRunReason.Unchanged, edit.ClashingNames);
    }

    /// <summary>The driver compares by place, so what moves up into the place of another is emitted again.</summary>
    [Fact]
    public void A_removed_gan_emits_none_before_it_and_those_behind_it()
    {
        var third = Replace(Ring, "RingGan", "ThirdGan");

        var edit = Edit.From(Digits, Ring, third).To(Digits, "", third);

        Assert.Equal(RunReasons.Unchanged, edit["Demo.DigitGan"]);
        Assert.Equal(RunReasons.Modified, edit["Demo.Points.ThirdGan"]);
    }

    [Fact]
    public void A_mistake_emits_the_gan_without_its_networks_and_its_mend_emits_them_again()
    {
        var mistaken = Replace(Digits, "[Reshape(128, 7, 7)]", "[Reshape(128, 8, 8)]");

        Assert.Equal(RunReasons.Modified, Edit.From(Digits).To(mistaken)["Demo.DigitGan"]);
        Assert.Equal(RunReasons.Modified, Edit.From(mistaken).To(Digits)["Demo.DigitGan"]);
    }

    [Fact]
    public void A_gan_moved_to_another_file_emits_nothing() =>
        Assert.Equal(RunReasons.Unchanged, Edit.From(Digits, Other, Ring).To("", Digits, Ring)["Demo.DigitGan"]);

    [Fact]
    public void A_gan_moved_past_another_emits_these_two_alone()
    {
        var third = Replace(Ring, "RingGan", "ThirdGan");

        var edit = Edit.From(Digits, Ring, Other, third).To("", Ring, Digits, third);

        Assert.Equal(RunReasons.Modified, edit["Demo.DigitGan"]);
        Assert.Equal(RunReasons.Modified, edit["Demo.Points.RingGan"]);
        Assert.Equal(RunReasons.Unchanged, edit["Demo.Points.ThirdGan"]);
    }

    [Fact]
    public void A_clashing_name_renames_one_gan_and_emits_no_other()
    {
        var edit = Edit.From(Digits, Ring).To(Digits, Ring, Replace(Digits, "DigitGan", "DIGITGAN"));

        Assert.Equal(IncrementalStepRunReason.Modified, edit.ClashingNames);
        Assert.Equal(RunReasons.New, edit["Demo.DIGITGAN"]);
        Assert.Equal(RunReasons.Renamed, edit["Demo.DigitGan"]);
        Assert.Equal(IncrementalStepRunReason.Cached, edit["Demo.Points.RingGan"].Output);
    }

    private static string Replace(string text, string before, string after)
    {
        Assert.Contains(before, text);
        return text.Replace(before, after);
    }
}
