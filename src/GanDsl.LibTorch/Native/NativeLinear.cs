using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>The call of the shim for linear layers.</summary>
internal static unsafe class NativeLinear
{
    public static Tensor Call(Tensor input, Tensor weight, Tensor? bias)
    {
        nint output;
        var status = NativeMethods.gandsl_linear(input.Handle, weight.Handle, bias?.Handle ?? 0, &output);
        if (status != NativeStatus.Ok)
        {
            OutOfMemory.CollectOrThrow(status);
            NativeMethods.gandsl_linear(input.Handle, weight.Handle, bias?.Handle ?? 0, &output).Check();
        }

        GC.KeepAlive(input);
        GC.KeepAlive(weight);
        GC.KeepAlive(bias);
        return new Tensor(output);
    }
}
