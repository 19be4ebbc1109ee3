using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

// What all factories come down to.
public static partial class torch
{
    private static Tensor MakeOnes(
        ReadOnlySpan<long> size,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        string[]? names
    ) => Make(Aten.ones, size, dtype, device, requires_grad, names);

    private static Tensor MakeZeros(
        ReadOnlySpan<long> size,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        string[]? names
    ) => Make(Aten.zeros, size, dtype, device, requires_grad, names);

    private static Tensor MakeEmpty(
        ReadOnlySpan<long> size,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        string[]? names
    ) => Make(Aten.empty, size, dtype, device, requires_grad, names);

    private static unsafe Tensor MakeFull(
        ReadOnlySpan<long> size,
        Scalar value,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        string[]? names
    )
    {
        dtype ??= is_integral(value.Type) ? ScalarType.Int64 : get_default_dtype();
        device = InitializeDevice(device);
        fixed (long* sizes = size)
        {
            var shape = Argument.Integers(sizes, size.Length);
            return Finish(Aten.full.Call(shape, value, dtype, default, device), requires_grad, names);
        }
    }

    private static Tensor MakeRand(
        ReadOnlySpan<long> size,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        Generator? generator,
        string[]? names
    ) => Draw(Aten.rand, nameof(rand), size, dtype, device, requires_grad, generator, names);

    private static Tensor MakeRandn(
        ReadOnlySpan<long> size,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        Generator? generator,
        string[]? names
    ) => Draw(Aten.randn, nameof(randn), size, dtype, device, requires_grad, generator, names);

    private static unsafe Tensor Draw(
        Operator op,
        string name,
        ReadOnlySpan<long> size,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        Generator? generator,
        string[]? names
    )
    {
        if (dtype is { } integer && is_integral(integer))
        {
            throw new ArgumentException(
                $"torch.{name} draws floating-point numbers, and {dtype} holds none.",
                nameof(dtype)
            );
        }

        device = InitializeDevice(device);
        fixed (long* sizes = size)
        {
            var shape = Argument.Integers(sizes, size.Length);
            var drawn = op.Call(shape, generator, dtype ?? get_default_dtype(), default, device);
            return Finish(drawn, requires_grad, names);
        }
    }

    private static unsafe Tensor Make(
        Operator op,
        ReadOnlySpan<long> size,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        string[]? names
    )
    {
        device = InitializeDevice(device);
        fixed (long* sizes = size)
        {
            var shape = Argument.Integers(sizes, size.Length);
            return Finish(op.Call(shape, dtype ?? get_default_dtype(), default, device), requires_grad, names);
        }
    }

    /// <summary>A copy of host memory, converted and moved as asked.</summary>
    private static unsafe Tensor FromHost<T>(
        ReadOnlySpan<T> data,
        ReadOnlySpan<long> size,
        ScalarType type,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        string[]? names
    )
        where T : unmanaged
    {
        device = InitializeDevice(device);
        var elements = 1L;
        foreach (var one in size)
        {
            elements = checked(elements * one);
        }

        if (elements < 0 || elements > data.Length)
        {
            throw new ArgumentException(
                $"A tensor of shape [{string.Join(", ", size.ToArray())}] needs {elements} elements, and {data.Length} were given."
            );
        }

        nint handle;
        fixed (T* start = data)
        fixed (long* sizes = size)
        {
            NativeMethods
                .gandsl_from_host(start, elements * sizeof(T), sizes, size.Length, (int)type, out handle)
                .Check();
        }

        var tensor = new Tensor(handle);
        if ((dtype ?? type) != type || device.type != DeviceType.CPU)
        {
            tensor = tensor.to(dtype ?? type, device, disposeAfter: true);
        }

        return Finish(tensor, requires_grad, names);
    }

    private static ReadOnlySpan<T> Elements<T>(IList<T> list) =>
        list switch
        {
            T[] array => array,
            List<T> known => CollectionsMarshal.AsSpan(known),
            _ => list.ToArray(),
        };

    private static ReadOnlySpan<T> Elements<T>(Array array)
        where T : unmanaged =>
        MemoryMarshal.CreateReadOnlySpan(
            ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)),
            array.Length
        );

    private static Tensor Finish(Tensor tensor, bool requires_grad, string[]? names)
    {
        if (requires_grad)
        {
            tensor.requires_grad = true;
        }

        return Named(tensor, names);
    }

    private static Tensor Named(Tensor tensor, string[]? names) =>
        names is null or { Length: 0 }
            ? tensor
            : throw new NotSupportedException(
                "The LibTorch engine has no named dimensions; leave names out, or use the engine TorchSharp."
            );
}
