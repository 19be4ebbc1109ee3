using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>The exports of the shim; gandsl_torch.h says what each does.</summary>
internal static unsafe partial class NativeMethods
{
    public const string Library = "gandsl_torch";

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_version(byte** compiled, byte** loaded);

    [LibraryImport(Library)]
    public static partial nint gandsl_last_error();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial NativeStatus gandsl_find_operator(string name, string overload, out nint found);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_call(
        nint op,
        NativeValue* arguments,
        int count,
        NativeValue* results,
        int capacity,
        int* written
    );

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_free_array(nint array);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_tensor_free(nint tensor);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_tensor_alias(nint tensor, out nint alias);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_describe(nint tensor, out NativeDescription description);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_data(nint tensor, out nint data);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_from_host(
        void* data,
        long bytes,
        long* sizes,
        int dimensions,
        int dtype,
        out nint tensor
    );

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_to_host(nint tensor, void* data, long bytes);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_get_grad(nint tensor, out nint grad);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_set_grad(nint tensor, nint grad);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_backward(
        nint* tensors,
        nint* grads,
        int count,
        nint* inputs,
        int inputCount,
        byte retainGraph,
        byte createGraph
    );

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_grad(
        nint* outputs,
        nint* grads,
        int count,
        nint* inputs,
        int inputCount,
        byte retainGraph,
        byte createGraph,
        byte allowUnused,
        nint* results
    );

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_convolution(
        nint input,
        nint weight,
        nint bias,
        NativeConvolution* convolution,
        nint* output
    );

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_linear(nint input, nint weight, nint bias, nint* output);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_batch_norm(
        nint input,
        nint weight,
        nint bias,
        nint runningMean,
        nint runningVar,
        byte training,
        double momentum,
        double eps,
        nint* output
    );

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_adam(NativeAdamState* states, int count, NativeAdamOptions* options);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_sgd(NativeSgdState* states, int count, NativeSgdOptions* options);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_get_setting(NativeSetting setting, out long value);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_set_setting(NativeSetting setting, long value);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_inference_begin(byte enabled, out nint guard);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_inference_end(nint guard);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_autocast_begin(int deviceType, int dtype, out nint guard);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_autocast_end(nint guard);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_has_bfloat16(int deviceType, int deviceIndex, out byte has);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_manual_seed(long seed);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_generator_new(
        int deviceType,
        int deviceIndex,
        byte isDefault,
        out nint generator
    );

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_generator_free(nint generator);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_generator_get_seed(nint generator, out long seed);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_generator_set_seed(nint generator, long seed);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_generator_get_state(nint generator, out nint state);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_generator_set_state(nint generator, nint state);

    [LibraryImport(Library)]
    public static partial NativeStatus gandsl_cuda_synchronize(int deviceIndex);
}
