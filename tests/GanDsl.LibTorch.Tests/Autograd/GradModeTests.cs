using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Autograd;

public class GradModeTests
{
    [Fact]
    public void Nothing_is_recorded_without_gradients()
    {
        using var x = ones([1], requires_grad: true);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            using var y = x * 2;
            Assert.False(y.requires_grad);
            using (enable_grad())
            {
                using var z = x * 2;
                Assert.True(z.requires_grad);
            }

            Assert.False(is_grad_enabled());
        }

        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void A_mode_set_stays_until_it_is_disposed_and_a_second_disposal_changes_nothing()
    {
        var mode = set_grad_enabled(false);
        Assert.False(is_grad_enabled());
        mode.Dispose();
        Assert.True(is_grad_enabled());
        using (no_grad())
        {
            mode.Dispose();
            Assert.False(is_grad_enabled());
        }
    }

    [Fact]
    public void The_mode_belongs_to_its_thread()
    {
        using var off = no_grad();
        var there = false;
        var thread = new Thread(() => there = is_grad_enabled());
        thread.Start();
        thread.Join();

        Assert.True(there);
        Assert.False(is_grad_enabled());
    }

    [Fact]
    public void What_is_made_in_inference_mode_takes_no_part_in_gradients()
    {
        using var x = ones([1], requires_grad: true);
        Tensor y;
        using (inference_mode())
        {
            Assert.True(is_inference_mode_enabled());
            y = x * 2;
        }

        Assert.False(is_inference_mode_enabled());
        Assert.False(y.requires_grad);
        Assert.ThrowsAny<Exception>(() => y.requires_grad = true);
        y.Dispose();
    }
}
