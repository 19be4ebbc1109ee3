using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Continues a tensor beyond its borders (PyTorch: <c>F.pad</c>).</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="pad">How far before and after, for the last dimension first; negative cuts off.</param>
            /// <param name="mode">With what.</param>
            /// <param name="value">The constant, for the mode Constant.</param>
            public static Tensor pad(
                Tensor input,
                long[] pad,
                PaddingModes mode = PaddingModes.Constant,
                double value = 0
            ) => Aten.pad.Call(input, pad, ModeName(mode), mode == PaddingModes.Constant ? value : default(double?));

            /// <summary>Continues a tensor beyond its borders (PyTorch: <c>F.pad</c>).</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="pad">How far before and after, for the last dimension first; negative cuts off.</param>
            /// <param name="mode">With what.</param>
            /// <param name="value">The constant, for the mode Constant.</param>
            public static Tensor pad(
                Tensor input,
                ReadOnlySpan<long> pad,
                PaddingModes mode = PaddingModes.Constant,
                double value = 0
            ) => functional.pad(input, pad.ToArray(), mode, value);

            /// <summary>Continues a tensor beyond its borders (PyTorch: <c>F.pad</c>).</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="pad">How far before and after, for the last dimension first; negative cuts off.</param>
            /// <param name="mode">With what.</param>
            /// <param name="value">The constant, for the mode Constant.</param>
            public static Tensor pad(
                Tensor input,
                (long, long) pad,
                PaddingModes mode = PaddingModes.Constant,
                double value = 0
            ) => functional.pad(input, new[] { pad.Item1, pad.Item2 }, mode, value);

            /// <summary>Continues a tensor beyond its borders (PyTorch: <c>F.pad</c>).</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="pad">How far before and after, for the last dimension first; negative cuts off.</param>
            /// <param name="mode">With what.</param>
            /// <param name="value">The constant, for the mode Constant.</param>
            public static Tensor pad(
                Tensor input,
                (long, long, long, long) pad,
                PaddingModes mode = PaddingModes.Constant,
                double value = 0
            ) => functional.pad(input, new[] { pad.Item1, pad.Item2, pad.Item3, pad.Item4 }, mode, value);

            /// <summary>Continues a tensor beyond its borders (PyTorch: <c>F.pad</c>).</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="pad">How far before and after, for the last dimension first; negative cuts off.</param>
            /// <param name="mode">With what.</param>
            /// <param name="value">The constant, for the mode Constant.</param>
            public static Tensor pad(
                Tensor input,
                long pad,
                PaddingModes mode = PaddingModes.Constant,
                double value = 0
            ) => functional.pad(input, new[] { pad, pad }, mode, value);
        }
    }
}
