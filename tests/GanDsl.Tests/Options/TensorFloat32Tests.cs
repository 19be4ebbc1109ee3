using GanDsl.Training;
using static TorchSharp.torch.backends;

namespace GanDsl.Tests.Options;

/// <summary>Torch's switches for TF32, which can be set and read without a GPU.</summary>
public sealed class TensorFloat32Tests : IDisposable
{
    private readonly (bool, bool) before = Switches;

    private static (bool OfProducts, bool OfConvolutions) Switches
    {
        get => (cuda.matmul.allow_tf32, cudnn.allow_tf32);
        set => (cuda.matmul.allow_tf32, cudnn.allow_tf32) = value;
    }

    public void Dispose() => Switches = before;

    [Fact]
    public void Torch_rounds_in_convolutions_only_unless_told_otherwise() => Assert.Equal((false, true), Switches);

    [Theory]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void They_are_on_during_a_call_and_as_they_were_after_it(bool ofProducts, bool ofConvolutions)
    {
        Switches = (ofProducts, ofConvolutions);
        var use = new ExclusiveUse("Gan") { Precision = GanPrecision.TensorFloat32 };

        for (var call = 0; call < 2; call++)
        {
            using (use.Enter())
            {
                Assert.Equal((true, true), Switches);
                Assert.Throws<InvalidOperationException>(() => use.Enter());
                Assert.Equal((true, true), Switches);
            }

            Assert.Equal((ofProducts, ofConvolutions), Switches);
        }
    }

    [Theory]
    [InlineData(GanPrecision.Float32)]
    [InlineData(GanPrecision.BFloat16)]
    public void Other_precisions_leave_them(GanPrecision precision)
    {
        Switches = (true, false);
        var use = new ExclusiveUse("Gan") { Precision = precision };

        using (use.Enter())
        {
            Assert.Equal((true, false), Switches);
        }

        Assert.Equal((true, false), Switches);
    }

    [Fact]
    public void Of_calls_of_several_GANs_the_last_one_puts_them_back()
    {
        Switches = (false, true);
        var one = new ExclusiveUse("One") { Precision = GanPrecision.TensorFloat32 };
        var two = new ExclusiveUse("Two") { Precision = GanPrecision.TensorFloat32 };

        var first = one.Enter();
        var second = two.Enter();
        first.Dispose();
        Assert.Equal((true, true), Switches);
        second.Dispose();

        Assert.Equal((false, true), Switches);
    }
}
