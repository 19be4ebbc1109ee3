using System.Runtime.InteropServices;
using GanDsl.Tests.Models;
using static TorchSharp.torch;

namespace GanDsl.Tests.Generated;

/// <summary>Values of another shape than declared are refused where they arise; no layer makes other rows of them.</summary>
public sealed class DeclaredShapeTests
{
    [Fact]
    public void A_module_that_does_not_keep_to_its_shape_rule_is_named_with_both_shapes()
    {
        using var gan = new MisdeclaredGan();

        var refusal = Assert.Throws<GanException>(() => gan.Sample(6));

        Assert.Equal(
            "FirstHalf makes [6, 4] of [6, 8], but its shape rule says [6, 8]; correct its [ShapeRule] or the module.",
            refusal.Message
        );
    }

    [Fact]
    public void A_reshape_keeps_the_rows_of_the_batch()
    {
        using var gan = new MisdeclaredGan();
        using var points = rand(3, 2);
        using var wide = rand(3, 4);

        using var logits = gan.D.call(points);

        Assert.Equal([3, 1], logits.shape);
        Assert.Throws<ExternalException>(() => gan.D.call(wide));
    }
}
