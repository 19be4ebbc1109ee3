using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>The call of the shim for batch normalisation.</summary>
internal static unsafe class NativeBatchNorm
{
    public static Tensor Call(
        Tensor input,
        Tensor? weight,
        Tensor? bias,
        Tensor? runningMean,
        Tensor? runningVar,
        bool training,
        double momentum,
        double eps
    )
    {
        nint output;

        // Not once more where memory was missing: the running statistics may have moved.
        NativeMethods
            .gandsl_batch_norm(
                input.Handle,
                weight?.Handle ?? 0,
                bias?.Handle ?? 0,
                runningMean?.Handle ?? 0,
                runningVar?.Handle ?? 0,
                training ? (byte)1 : (byte)0,
                momentum,
                eps,
                &output
            )
            .Check();
        GC.KeepAlive(input);
        GC.KeepAlive(weight);
        GC.KeepAlive(bias);
        GC.KeepAlive(runningMean);
        GC.KeepAlive(runningVar);
        return new Tensor(output);
    }
}
