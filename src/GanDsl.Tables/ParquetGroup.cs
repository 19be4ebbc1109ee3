using System.Globalization;
using System.Numerics;
using Parquet;
using Parquet.Schema;

namespace GanDsl;

/// <summary>Columns of a group of rows.</summary>
/// <param name="group">The group.</param>
/// <param name="path">The file, for messages.</param>
/// <param name="first">The number of its first row, for messages.</param>
internal sealed class ParquetGroup(ParquetRowGroupReader group, string path, long first)
{
    private int Count => (int)group.RowCount;

    /// <summary>The numbers of a column.</summary>
    /// <exception cref="GanException">It has none, or one is missing.</exception>
    public async Task<double[]> NumbersAsync(DataField field) =>
        Type.GetTypeCode(field.ClrType) switch
        {
            TypeCode.Single => await NumbersAsync<float>(field).ConfigureAwait(false),
            TypeCode.Double => await NumbersAsync<double>(field).ConfigureAwait(false),
            TypeCode.Decimal => await NumbersAsync<decimal>(field).ConfigureAwait(false),
            TypeCode.SByte => await NumbersAsync<sbyte>(field).ConfigureAwait(false),
            TypeCode.Byte => await NumbersAsync<byte>(field).ConfigureAwait(false),
            TypeCode.Int16 => await NumbersAsync<short>(field).ConfigureAwait(false),
            TypeCode.UInt16 => await NumbersAsync<ushort>(field).ConfigureAwait(false),
            TypeCode.Int32 => await NumbersAsync<int>(field).ConfigureAwait(false),
            TypeCode.UInt32 => await NumbersAsync<uint>(field).ConfigureAwait(false),
            TypeCode.Int64 => await NumbersAsync<long>(field).ConfigureAwait(false),
            TypeCode.UInt64 => await NumbersAsync<ulong>(field).ConfigureAwait(false),
            TypeCode.Boolean => Array.ConvertAll(
                await ValuesAsync<bool>(field).ConfigureAwait(false),
                value => value ? 1.0 : 0.0
            ),
            _ => throw new GanException(
                $"The column '{field.Name}' of '{path}' is of the type {TypeName(field)}, but numbers are needed; convert it or leave it out."
            ),
        };

    /// <summary>The classes of a column, as text.</summary>
    /// <exception cref="GanException">It has none, or one is missing.</exception>
    public async Task<string[]> ClassesAsync(DataField field)
    {
        if (field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>))
        {
            var texts = new string?[Count];
            await group.ReadAsync(field, texts.AsMemory()!).ConfigureAwait(false);
            return [.. texts.Select((text, row) => text ?? throw Missing(field, row))];
        }

        switch (Type.GetTypeCode(field.ClrType))
        {
            case TypeCode.SByte:
                return await IntegersAsync<sbyte>(field).ConfigureAwait(false);
            case TypeCode.Byte:
                return await IntegersAsync<byte>(field).ConfigureAwait(false);
            case TypeCode.Int16:
                return await IntegersAsync<short>(field).ConfigureAwait(false);
            case TypeCode.UInt16:
                return await IntegersAsync<ushort>(field).ConfigureAwait(false);
            case TypeCode.Int32:
                return await IntegersAsync<int>(field).ConfigureAwait(false);
            case TypeCode.UInt32:
                return await IntegersAsync<uint>(field).ConfigureAwait(false);
            case TypeCode.Int64:
                return await IntegersAsync<long>(field).ConfigureAwait(false);
            case TypeCode.UInt64:
                return await IntegersAsync<ulong>(field).ConfigureAwait(false);
            default:
                throw new GanException(
                    $"The column '{field.Name}' of '{path}' is of the type {TypeName(field)}, but classes are integers or strings; convert it."
                );
        }
    }

    private async Task<double[]> NumbersAsync<T>(DataField field)
        where T : struct, INumberBase<T> =>
        Array.ConvertAll(await ValuesAsync<T>(field).ConfigureAwait(false), double.CreateChecked);

    private async Task<string[]> IntegersAsync<T>(DataField field)
        where T : struct, INumberBase<T> =>
        Array.ConvertAll(
            await ValuesAsync<T>(field).ConfigureAwait(false),
            value => value.ToString(null, CultureInfo.InvariantCulture)
        );

    private async Task<T[]> ValuesAsync<T>(DataField field)
        where T : struct
    {
        if (!field.IsNullable)
        {
            var values = new T[Count];
            await group.ReadAsync<T>(field, values.AsMemory()).ConfigureAwait(false);
            return values;
        }

        var found = new T?[Count];
        await group.ReadAsync<T>(field, found.AsMemory()).ConfigureAwait(false);
        return [.. found.Select((value, row) => value ?? throw Missing(field, row))];
    }

    private static string TypeName(DataField field) =>
        field.ClrType == typeof(ReadOnlyMemory<char>) ? nameof(String)
        : field.ClrType == typeof(ReadOnlyMemory<byte>) ? "Bytes"
        : field.ClrType.Name;

    private GanException Missing(DataField field, int row) =>
        new($"'{path}', row {first + row}, column '{field.Name}': there is no value; fill it in or remove the row.");
}
