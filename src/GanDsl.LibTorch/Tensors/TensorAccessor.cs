using System.Collections;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor on the host, in row-major order whatever their strides.</summary>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly long[] _shape;
    private readonly long[] _strides;
    private readonly bool _isContiguous;
    private readonly nint _data;

    // Keeps the memory alive.
    private torch.Tensor? _tensor;

    internal TensorAccessor(torch.Tensor tensor)
    {
        _shape = tensor.shape;
        _strides = tensor.stride();
        _isContiguous = tensor.is_contiguous();
        Count = tensor.numel();
        _data = tensor.DataPointer();
        _tensor = tensor;
    }

    /// <summary>The number of elements.</summary>
    public long Count { get; }

    /// <summary>False: elements can be written.</summary>
    public bool IsReadOnly => false;

    /// <summary>An element by its row-major number, or by one index for every dimension.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public unsafe T this[params long[] indices]
    {
        get => *Address(Offset(indices));
        set => *Address(Offset(indices)) = value;
    }

    /// <summary>A copy of all elements.</summary>
    public T[] ToArray()
    {
        var result = new T[Count];
        CopyTo(result.AsSpan());
        return result;
    }

    /// <summary>A copy of all elements in an array of the tensor's shape; a single number becomes an array of one.</summary>
    public unsafe Array ToNDArray()
    {
        if (_shape.Length < 2)
        {
            return ToArray();
        }

        var result = Array.CreateInstance(typeof(T), _shape);
        fixed (byte* start = &System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(result))
        {
            CopyTo(new Span<T>(start, checked((int)Count)));
        }

        return result;
    }

    /// <summary>Copies elements until either side ends.</summary>
    /// <param name="array">Where to.</param>
    /// <param name="arrayIndex">Where to begin there.</param>
    /// <param name="tensorIndex">The row-major number of the first element to copy.</param>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <inheritdoc cref="CopyTo(T[], int, long)"/>
    public unsafe void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var target = array[arrayIndex..];
        var count = (int)Math.Min(target.Length, Remaining(tensorIndex));
        if (_isContiguous)
        {
            new ReadOnlySpan<T>(Address(tensorIndex), count).CopyTo(target);
        }
        else
        {
            for (var i = 0; i < count; i++)
            {
                target[i] = *Address(Offset(tensorIndex + i));
            }
        }

        GC.KeepAlive(_tensor);
    }

    /// <summary>Overwrites elements until either side ends.</summary>
    /// <param name="array">Where from.</param>
    /// <param name="arrayIndex">Where to begin there.</param>
    /// <param name="tensorIndex">The row-major number of the first element to overwrite.</param>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <inheritdoc cref="CopyFrom(T[], int, long)"/>
    public unsafe void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = array[arrayIndex..];
        var count = (int)Math.Min(source.Length, Remaining(tensorIndex));
        if (_isContiguous)
        {
            source[..count].CopyTo(new Span<T>(Address(tensorIndex), count));
        }
        else
        {
            for (var i = 0; i < count; i++)
            {
                *Address(Offset(tensorIndex + i)) = source[i];
            }
        }

        GC.KeepAlive(_tensor);
    }

    /// <summary>Whether two tensors have the same elements in the same order, whatever their shapes.</summary>
    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) =>
        left.Count == right.Count && left.SequenceEqual(right);

    /// <summary>Whether two tensors differ in an element or in their number.</summary>
    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !(left == right);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, _data);

    /// <summary>The elements in row-major order.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0L; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Lets go of the tensor, which is not disposed.</summary>
    public void Dispose() => _tensor = null;

    private unsafe T* Address(long offset)
    {
        ObjectDisposedException.ThrowIf(_tensor is null, this);
        ObjectDisposedException.ThrowIf(_tensor.IsInvalid, _tensor);
        return (T*)_data + offset;
    }

    private long Remaining(long first) =>
        first >= 0 && (first < Count || Count == 0)
            ? Count - first
            : throw new ArgumentOutOfRangeException(
                nameof(first),
                $"There is no element {first}; the tensor has {Count}."
            );

    private long Offset(long[] indices)
    {
        if (indices.Length == 1)
        {
            return Offset(indices[0]);
        }

        if (indices.Length != _shape.Length)
        {
            throw new IndexOutOfRangeException(
                $"{indices.Length} indices were given for a tensor of {_shape.Length} dimensions."
            );
        }

        var offset = 0L;
        for (var i = 0; i < indices.Length; i++)
        {
            if ((ulong)indices[i] >= (ulong)_shape[i])
            {
                throw new IndexOutOfRangeException(
                    $"There is no index {indices[i]} in dimension {i}, whose size is {_shape[i]}."
                );
            }

            offset += indices[i] * _strides[i];
        }

        return offset;
    }

    private long Offset(long number)
    {
        if ((ulong)number >= (ulong)Count)
        {
            throw new IndexOutOfRangeException($"There is no element {number}; the tensor has {Count}.");
        }

        if (_isContiguous)
        {
            return number;
        }

        var offset = 0L;
        for (var i = _shape.Length - 1; i >= 0; i--)
        {
            (number, var index) = Math.DivRem(number, _shape[i]);
            offset += index * _strides[i];
        }

        return offset;
    }
}
