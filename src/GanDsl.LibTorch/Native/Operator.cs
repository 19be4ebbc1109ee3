using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>
/// An ATen operator, looked up in the dispatcher at its first call and cached. Arguments go by position; those left
/// off take the schema's defaults.
/// </summary>
/// <param name="name">The operator's name without its namespace, as in <c>native_functions.yaml</c>.</param>
/// <param name="overload">What follows the dot there, or "".</param>
internal sealed unsafe class Operator(string name, string overload = "")
{
    // Enough for the lists of nearly every call; longer ones go to the heap.
    private const int StackWords = 64;

    private nint _handle;

    public override string ToString() => overload.Length == 0 ? $"aten::{name}" : $"aten::{name}.{overload}";

    /// <summary>Calls an operator whose result is one tensor.</summary>
    public Tensor Call(params ReadOnlySpan<Argument> arguments) => ToTensor(CallRaw(arguments));

    /// <summary>Calls an operator with one result of any kind; a tensor or list among them belongs to the caller.</summary>
    public NativeValue CallRaw(params ReadOnlySpan<Argument> arguments)
    {
        NativeValue result = default;
        Invoke(arguments, &result, 1);
        return result;
    }

    /// <summary>Calls an operator whose results are two tensors.</summary>
    public (Tensor First, Tensor Second) CallTwo(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[2];
        Invoke(arguments, results, 2);
        return (ToTensor(results[0]), ToTensor(results[1]));
    }

    /// <summary>Calls an operator whose results are three tensors.</summary>
    public (Tensor First, Tensor Second, Tensor Third) CallThree(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[3];
        Invoke(arguments, results, 3);
        return (ToTensor(results[0]), ToTensor(results[1]), ToTensor(results[2]));
    }

    /// <summary>Calls an operator whose result is a list of tensors.</summary>
    public Tensor[] CallList(params ReadOnlySpan<Argument> arguments)
    {
        var list = CallRaw(arguments);
        var tensors = new Tensor[list.Count];
        for (var i = 0; i < tensors.Length; i++)
        {
            tensors[i] = new Tensor(((nint*)list.Pointer)[i]);
        }

        NativeMethods.gandsl_free_array(list.Pointer).Check();
        return tensors;
    }

    /// <summary>Calls an in-place operator; returns the tensor it changed, its first argument.</summary>
    public Tensor Mutate(params ReadOnlySpan<Argument> arguments)
    {
        Invoke(arguments, null, 0);
        return (Tensor)arguments[0].Reference!;
    }

    private Tensor ToTensor(NativeValue value) =>
        value.Kind == NativeKind.Tensor
            ? new Tensor(value.Pointer)
            : throw new InvalidOperationException($"{this} returned {value.Kind} where a tensor was expected.");

    private void Invoke(ReadOnlySpan<Argument> arguments, NativeValue* results, int capacity)
    {
        if (_handle == 0)
        {
            NativeMethods.gandsl_find_operator($"aten::{name}", overload, out var found).Check();
            _handle = found;
        }

        var words = 0;
        foreach (ref readonly var argument in arguments)
        {
            words += argument.Words;
        }

        if (words <= StackWords)
        {
            var buffer = stackalloc long[words];
            Invoke(arguments, buffer, results, capacity);
            return;
        }

        var heap = (long*)NativeMemory.Alloc((nuint)words, sizeof(long));
        try
        {
            Invoke(arguments, heap, results, capacity);
        }
        finally
        {
            NativeMemory.Free(heap);
        }
    }

    private void Invoke(ReadOnlySpan<Argument> arguments, long* buffer, NativeValue* results, int capacity)
    {
        var values = stackalloc NativeValue[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            values[i] = arguments[i].Marshal(ref buffer);
        }

        int written;
        var status = NativeMethods.gandsl_call(_handle, values, arguments.Length, results, capacity, &written);
        if (status != NativeStatus.Ok)
        {
            // An in-place operator may have begun to change its tensor.
            if (capacity == 0)
            {
                NativeStatusExtensions.Throw(status);
            }

            OutOfMemory.CollectOrThrow(status);
            NativeMethods.gandsl_call(_handle, values, arguments.Length, results, capacity, &written).Check();
        }

        foreach (ref readonly var argument in arguments)
        {
            GC.KeepAlive(argument.Reference);
        }
    }
}
