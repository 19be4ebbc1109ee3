using TorchSharp.Native;

namespace GanDsl.LibTorch.Tests.Native;

/// <summary>The exports themselves, called in ways the managed side never does: a status comes back, never an abort.</summary>
public unsafe class ShimTests
{
    [Fact]
    public void Null_pointers_are_refused()
    {
        var values = stackalloc NativeValue[1];
        int written;

        Refused(NativeMethods.gandsl_version(null, null));
        Refused(NativeMethods.gandsl_call(0, values, 0, values, 1, &written));
        Refused(NativeMethods.gandsl_tensor_alias(0, out _));
        Refused(NativeMethods.gandsl_describe(0, out _));
        Refused(NativeMethods.gandsl_data(0, out _));
        Refused(NativeMethods.gandsl_to_host(0, null, 0));
        Refused(NativeMethods.gandsl_get_grad(0, out _));
        Refused(NativeMethods.gandsl_set_grad(0, 0));
        Refused(NativeMethods.gandsl_backward(null, null, 1, null, 0, 0, 0));
        Refused(NativeMethods.gandsl_grad(null, null, 1, null, 1, 0, 0, 0, null));
        Refused(NativeMethods.gandsl_generator_set_seed(0, 1));
        Refused(NativeMethods.gandsl_generator_get_state(0, out _));
    }

    [Fact]
    public void Releasing_nothing_is_fine()
    {
        NativeMethods.gandsl_tensor_free(0).Check();
        NativeMethods.gandsl_generator_free(0).Check();
        NativeMethods.gandsl_free_array(0).Check();
        NativeMethods.gandsl_inference_end(0).Check();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(12)]
    [InlineData(int.MaxValue)]
    public void A_kind_out_of_range_is_refused(int kind)
    {
        NativeMethods.gandsl_find_operator("aten::exp", "", out var op).Check();
        var value = new NativeValue { Kind = (NativeKind)kind };
        NativeValue result;
        int written;

        Refused(NativeMethods.gandsl_call(op, &value, 1, &result, 1, &written));
        Assert.Contains($"kind {kind}", NativeStatusExtensions.LastError());
    }

    [Theory]
    [InlineData((int)NativeKind.IntList, 3)]
    [InlineData((int)NativeKind.IntList, -1)]
    [InlineData((int)NativeKind.TensorList, 1)]
    [InlineData((int)NativeKind.String, 1)]
    public void A_list_without_elements_is_refused(int kind, int count)
    {
        NativeMethods.gandsl_find_operator("aten::exp", "", out var op).Check();
        var value = new NativeValue { Kind = (NativeKind)kind, Count = count };
        NativeValue result;
        int written;

        Refused(NativeMethods.gandsl_call(op, &value, 1, &result, 1, &written));
    }

    [Fact]
    public void A_negative_argument_count_is_refused()
    {
        NativeMethods.gandsl_find_operator("aten::exp", "", out var op).Check();
        NativeValue value;
        int written;

        Refused(NativeMethods.gandsl_call(op, &value, -1, &value, 1, &written));
        Refused(NativeMethods.gandsl_call(op, &value, 1, &value, -1, &written));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(127)]
    public void A_dtype_out_of_range_is_refused(int dtype)
    {
        float number = 1;

        Refused(NativeMethods.gandsl_from_host(&number, 4, null, 0, dtype, out _));
    }

    [Fact]
    public void A_byte_count_that_is_not_the_tensors_is_refused()
    {
        float number = 1;
        NativeMethods.gandsl_from_host(&number, 4, null, 0, 6, out var tensor).Check();

        Refused(NativeMethods.gandsl_from_host(&number, 3, null, 0, 6, out _));
        Assert.Contains("needs 4 bytes, and 3 were given", NativeStatusExtensions.LastError());
        Refused(NativeMethods.gandsl_to_host(tensor, &number, 8));
        NativeMethods.gandsl_tensor_free(tensor).Check();
    }

    [Theory]
    [InlineData(99, 0)]
    [InlineData((int)NativeSetting.CudaDeviceCount, 1)]
    [InlineData((int)NativeSetting.Threads, 0)]
    [InlineData((int)NativeSetting.Threads, 1_000_000)]
    public void A_setting_that_does_not_exist_or_is_out_of_range_is_refused(int setting, long value) =>
        Refused(NativeMethods.gandsl_set_setting((NativeSetting)setting, value));

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(1000, 0)]
    [InlineData(0, 1000)]
    public void A_device_out_of_range_is_refused(int type, int index) =>
        Refused(NativeMethods.gandsl_generator_new(type, index, 0, out _));

    [Fact]
    public void Messages_belong_to_their_thread()
    {
        Refused(NativeMethods.gandsl_find_operator("aten::here", "", out _));
        var other = "";
        var thread = new Thread(() => other = NativeStatusExtensions.LastError());
        thread.Start();
        thread.Join();

        Assert.Contains("aten::here", NativeStatusExtensions.LastError());
        Assert.Equal("", other);
    }

    private static void Refused(NativeStatus status) => Assert.Equal(NativeStatus.BadCall, status);
}
