using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Tensors;

public class DeviceTests
{
    [Theory]
    [InlineData("cpu", DeviceType.CPU, -1, "cpu")]
    [InlineData("CUDA", DeviceType.CUDA, -1, "cuda")]
    [InlineData("cuda:1", DeviceType.CUDA, 1, "cuda:1")]
    public void A_device_has_a_description(string description, DeviceType type, int index, string text)
    {
        var device = new Device(description);

        Assert.Equal(type, device.type);
        Assert.Equal(index, device.index);
        Assert.Equal(text, device.ToString());
    }

    [Theory]
    [InlineData("gpu")]
    [InlineData("")]
    [InlineData("cuda:")]
    [InlineData("cuda:x")]
    [InlineData("cuda:0:1")]
    [InlineData("1")]
    public void A_description_of_no_device_is_refused(string description) =>
        Assert.ThrowsAny<Exception>(() => new Device(description));

    [Fact]
    public void Cuda_without_a_device_is_refused_before_anything_is_made()
    {
        if (cuda.is_available())
        {
            using var tensor = ones(1, device: CUDA);
            Assert.True(tensor.is_cuda);
            return;
        }

        Assert.Equal(0, cuda.device_count());
        Assert.Throws<InvalidOperationException>(() => device("cuda:0"));
        Assert.Throws<InvalidOperationException>(() => ones(1, device: new Device(DeviceType.CUDA)));
        Assert.Throws<InvalidOperationException>(() => ones(1).cuda());
        Assert.ThrowsAny<Exception>(() => cuda.synchronize());
    }

    [Fact]
    public void Meta_tensors_have_a_shape_and_no_data()
    {
        using var meta = zeros([2, 3], device: META);

        Assert.True(meta.is_meta);
        Assert.Equal([2L, 3], meta.shape);
    }
}
