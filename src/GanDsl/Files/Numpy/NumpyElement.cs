using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace GanDsl;

/// <summary>The type of an array's elements, as its header states it: "&lt;f4".</summary>
/// <param name="Kind">The letter: b for Boolean, i and u for integers, f for floating-point numbers.</param>
/// <param name="Size">Bytes of an element.</param>
/// <param name="IsBigEndian">Whether the most significant byte comes first.</param>
internal readonly record struct NumpyElement(char Kind, int Size, bool IsBigEndian)
{
    /// <summary>The types that are read, in words.</summary>
    public const string Readable = "float16, float32, float64, integers of 8 to 64 bits and Booleans";

    /// <summary>Whether an element is one byte without sign, as pixels are kept.</summary>
    public bool IsByte => this is { Kind: 'u', Size: 1 };

    /// <summary>Whether elements are integers.</summary>
    public bool IsInteger => Kind is 'i' or 'u';

    /// <summary>The type that a description names; null where it is none that is read.</summary>
    public static NumpyElement? Of(string description)
    {
        if (description.Length != 3 || description[0] is not ('<' or '>' or '|'))
        {
            return null;
        }

        var element = new NumpyElement(description[1], description[2] - '0', description[0] == '>');
        var known = (element.Kind, element.Size) switch
        {
            ('b', 1) => true,
            ('i' or 'u', 1 or 2 or 4 or 8) => true,
            ('f', 2 or 4 or 8) => true,
            _ => false,
        };

        // Only for single bytes does the order not matter.
        return known && (description[0] != '|' || element.Size == 1) ? element : null;
    }

    /// <summary>Converts elements to the nearest float32.</summary>
    /// <param name="source">Whole elements; their bytes are put into this machine's order in place.</param>
    /// <param name="target">As many numbers.</param>
    public void ToFloats(Span<byte> source, Span<float> target)
    {
        ToOrderOfMachine(source);
        switch (Kind, Size)
        {
            case ('f', 2):
                Convert<Half, float>(source, target, value => (float)value);
                break;
            case ('f', 4):
                MemoryMarshal.Cast<byte, float>(source).CopyTo(target);
                break;
            case ('f', 8):
                Convert<double, float>(source, target, value => (float)value);
                break;
            case ('b', 1):
                Convert<byte, float>(source, target, value => value == 0 ? 0 : 1);
                break;
            default:
                Integers(source, target);
                break;
        }
    }

    /// <summary>Converts integers exactly.</summary>
    /// <param name="source">Whole elements; their bytes are put into this machine's order in place.</param>
    /// <param name="target">As many numbers.</param>
    public void ToIntegers(Span<byte> source, Span<Int128> target)
    {
        ToOrderOfMachine(source);
        Integers(source, target);
    }

    private void Integers<TTarget>(ReadOnlySpan<byte> source, Span<TTarget> target)
        where TTarget : INumberBase<TTarget>
    {
        switch (Kind, Size)
        {
            case ('u', 1):
                Convert<byte, TTarget>(source, target, TTarget.CreateChecked);
                break;
            case ('u', 2):
                Convert<ushort, TTarget>(source, target, TTarget.CreateChecked);
                break;
            case ('u', 4):
                Convert<uint, TTarget>(source, target, TTarget.CreateChecked);
                break;
            case ('u', 8):
                Convert<ulong, TTarget>(source, target, TTarget.CreateChecked);
                break;
            case ('i', 1):
                Convert<sbyte, TTarget>(source, target, TTarget.CreateChecked);
                break;
            case ('i', 2):
                Convert<short, TTarget>(source, target, TTarget.CreateChecked);
                break;
            case ('i', 4):
                Convert<int, TTarget>(source, target, TTarget.CreateChecked);
                break;
            default:
                Convert<long, TTarget>(source, target, TTarget.CreateChecked);
                break;
        }
    }

    private static void Convert<TSource, TTarget>(
        ReadOnlySpan<byte> source,
        Span<TTarget> target,
        Func<TSource, TTarget> convert
    )
        where TSource : unmanaged
    {
        var values = MemoryMarshal.Cast<byte, TSource>(source);
        for (var i = 0; i < values.Length; i++)
        {
            target[i] = convert(values[i]);
        }
    }

    private void ToOrderOfMachine(Span<byte> source)
    {
        if (IsBigEndian != BitConverter.IsLittleEndian)
        {
            return;
        }

        switch (Size)
        {
            case 2:
                var pairs = MemoryMarshal.Cast<byte, ushort>(source);
                BinaryPrimitives.ReverseEndianness(pairs, pairs);
                break;
            case 4:
                var fours = MemoryMarshal.Cast<byte, uint>(source);
                BinaryPrimitives.ReverseEndianness(fours, fours);
                break;
            case 8:
                var eights = MemoryMarshal.Cast<byte, ulong>(source);
                BinaryPrimitives.ReverseEndianness(eights, eights);
                break;
        }
    }
}
