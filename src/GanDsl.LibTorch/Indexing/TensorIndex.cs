namespace TorchSharp;

public static partial class torch
{
    /// <summary>One entry between the brackets of <c>tensor[…]</c>.</summary>
    public struct TensorIndex
    {
        internal enum Kind
        {
            None,
            Single,
            Null,
            Ellipsis,
            Bool,
            Tensor,
            Slice,
        }

        internal Kind kind;
        internal long? startIndexOrBoolOrSingle;
        internal long? stopIndex;
        internal long? step;
        internal Tensor? tensor;

        /// <summary>As many whole dimensions as are left (Python's <c>...</c>).</summary>
        public static TensorIndex Ellipsis = new() { kind = Kind.Ellipsis };

        /// <summary>A new dimension of size 1 (Python's <c>None</c>).</summary>
        public static TensorIndex None = new() { kind = Kind.None };

        /// <inheritdoc cref="None"/>
        public static TensorIndex Null = new() { kind = Kind.Null };

        /// <summary>A whole dimension (Python's <c>:</c>).</summary>
        public static TensorIndex Colon = Slice();

        /// <summary>A range of a dimension (Python's <c>start:stop:step</c>).</summary>
        /// <param name="start">The first index; negative counts from the end; the beginning by default.</param>
        /// <param name="stop">What is not reached; negative counts from the end; the end by default.</param>
        /// <param name="step">How far apart, at least 1; 1 by default.</param>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new()
            {
                kind = Kind.Slice,
                startIndexOrBoolOrSingle = start,
                stopIndex = stop,
                step = step,
            };

        /// <summary>A range of a dimension.</summary>
        public static TensorIndex Slice((int? start, int? end) range) => Slice((long?)range.start, range.end);

        /// <summary>A range of a dimension.</summary>
        public static TensorIndex Slice(Range range)
        {
            long start = range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value;
            long? stop = range.End switch
            {
                { IsFromEnd: false } end => end.Value,
                { Value: 0 } => null,
                var end => -end.Value,
            };
            return Slice(start, stop);
        }

        /// <summary>A new dimension of size 1, or of size 0 for false.</summary>
        public static TensorIndex Bool(bool value) =>
            new() { kind = Kind.Bool, startIndexOrBoolOrSingle = value ? 1 : 0 };

        /// <summary>One index of a dimension, which falls away; negative counts from the end.</summary>
        public static TensorIndex Single(long? index) => new() { kind = Kind.Single, startIndexOrBoolOrSingle = index };

        /// <summary>The elements at the indices in a tensor, or where a tensor of truth values is true.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new() { kind = Kind.Tensor, tensor = tensor };

        /// <inheritdoc cref="Single(long?)"/>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <inheritdoc cref="Slice(ValueTuple{int?, int?})"/>
        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        /// <inheritdoc cref="Slice(Range)"/>
        public static implicit operator TensorIndex(Range range) => Slice(range);

        /// <inheritdoc cref="Single(long?)"/>
        public static implicit operator TensorIndex(Index index) =>
            Single(index.IsFromEnd ? -index.Value : index.Value);

        /// <summary>Never called: it makes the compiler prefer an index where either would do.</summary>
        /// <exception cref="InvalidOperationException">Always.</exception>
        public static implicit operator Tensor(TensorIndex value) =>
            throw new InvalidOperationException("A TensorIndex does not convert to a Tensor.");
    }
}
