namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A single number.</summary>
        public static implicit operator Tensor(byte value) => tensor(value);

        /// <summary>A single number.</summary>
        public static implicit operator Tensor(sbyte value) => tensor(value);

        /// <summary>A single number.</summary>
        public static implicit operator Tensor(short value) => tensor(value);

        /// <summary>A single number.</summary>
        public static implicit operator Tensor(int value) => tensor(value);

        /// <summary>A single number.</summary>
        public static implicit operator Tensor(long value) => tensor(value);

        /// <summary>A single number.</summary>
        public static implicit operator Tensor(float value) => tensor(value);

        /// <summary>A single number.</summary>
        public static implicit operator Tensor(double value) => tensor(value);

        /// <summary>A single number.</summary>
        public static implicit operator Tensor(bool value) => tensor(value);

        /// <summary>A copy of an array in one dimension.</summary>
        public static implicit operator Tensor(byte[] value) => tensor(value);

        /// <summary>A copy of an array in one dimension.</summary>
        public static implicit operator Tensor(sbyte[] value) => tensor(value);

        /// <summary>A copy of an array in one dimension.</summary>
        public static implicit operator Tensor(short[] value) => tensor(value);

        /// <summary>A copy of an array in one dimension.</summary>
        public static implicit operator Tensor(int[] value) => tensor(value);

        /// <summary>A copy of an array in one dimension.</summary>
        public static implicit operator Tensor(long[] value) => tensor(value);

        /// <summary>A copy of an array in one dimension.</summary>
        public static implicit operator Tensor(float[] value) => tensor(value);

        /// <summary>A copy of an array in one dimension.</summary>
        public static implicit operator Tensor(double[] value) => tensor(value);

        /// <summary>A copy of an array in one dimension.</summary>
        public static implicit operator Tensor(bool[] value) => tensor(value);

        /// <summary>Never called: it makes the compiler prefer <see cref="Scalar"/> where either would do.</summary>
        /// <exception cref="InvalidOperationException">Always.</exception>
        public static implicit operator Tensor(Scalar scalar) =>
            throw new InvalidOperationException("A Scalar does not convert to a Tensor; use torch.tensor.");

        /// <summary>The one element.</summary>
        public static explicit operator float(Tensor value) => value.ToSingle();

        /// <summary>The one element.</summary>
        public static explicit operator double(Tensor value) => value.ToDouble();

        /// <summary>The one element.</summary>
        public static explicit operator sbyte(Tensor value) => value.ToSByte();

        /// <summary>The one element.</summary>
        public static explicit operator byte(Tensor value) => value.ToByte();

        /// <summary>The one element.</summary>
        public static explicit operator short(Tensor value) => value.ToInt16();

        /// <summary>The one element.</summary>
        public static explicit operator int(Tensor value) => value.ToInt32();

        /// <summary>The one element.</summary>
        public static explicit operator long(Tensor value) => value.ToInt64();

        /// <summary>The one element.</summary>
        public static explicit operator bool(Tensor value) => value.ToBoolean();
    }
}
