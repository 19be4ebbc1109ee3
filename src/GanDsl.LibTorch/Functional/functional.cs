using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Networks (PyTorch: <c>torch.nn</c>).</summary>
    public static partial class nn
    {
        /// <summary>What layers compute, as functions (PyTorch: <c>torch.nn.functional</c>).</summary>
        public static partial class functional
        {
            private static long[] One(long? value, long otherwise) => [value ?? otherwise];

            private static long[] Repeat(long value, int count)
            {
                var all = new long[count];
                Array.Fill(all, value);
                return all;
            }

            private static string ModeName(PaddingModes mode) =>
                mode switch
                {
                    PaddingModes.Reflect => "reflect",
                    PaddingModes.Replicate => "replicate",
                    PaddingModes.Circular => "circular",
                    _ => "constant",
                };

            // Without a dimension of examples the first dimension would be taken for one, so one is put before it.
            private static Tensor DropChannels(Tensor input, int spatial, double p, bool training, bool inplace)
            {
                var dimensions = input.ndim;
                if (dimensions != spatial + 1 && dimensions != spatial + 2)
                {
                    throw new ArgumentException(
                        $"dropout{spatial}d needs {spatial + 2} dimensions, or {spatial + 1} without examples, and this is {input}."
                    );
                }

                if (inplace)
                {
                    using var view = dimensions == spatial + 1 ? input.unsqueeze(0) : input.alias();
                    Aten.feature_dropout_.Mutate(view, p, training);
                    return input.alias();
                }

                if (dimensions == spatial + 2)
                {
                    return Aten.feature_dropout.Call(input, p, training);
                }

                using var batch = input.unsqueeze(0);
                using var dropped = Aten.feature_dropout.Call(batch, p, training);
                return dropped.squeeze(0);
            }
        }
    }
}
