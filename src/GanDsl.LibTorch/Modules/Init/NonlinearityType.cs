namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>The function after a layer, for which <see cref="calculate_gain"/> has a gain.</summary>
            public enum NonlinearityType
            {
                /// <summary>The identity.</summary>
                Linear = 0,

                /// <summary>The identity after a one-dimensional convolution.</summary>
                Conv1D = 1,

                /// <summary>The identity after a two-dimensional convolution.</summary>
                Conv2D = 2,

                /// <summary>The identity after a three-dimensional convolution.</summary>
                Conv3D = 3,

                /// <summary>The identity after a one-dimensional transposed convolution.</summary>
                ConvTranspose1D = 4,

                /// <summary>The identity after a two-dimensional transposed convolution.</summary>
                ConvTranspose2D = 5,

                /// <summary>The identity after a three-dimensional transposed convolution.</summary>
                ConvTranspose3D = 6,

                /// <summary>The logistic function.</summary>
                Sigmoid = 7,

                /// <summary>The hyperbolic tangent.</summary>
                Tanh = 8,

                /// <summary>max(x, 0).</summary>
                ReLU = 9,

                /// <summary>x where positive, else a fraction of it.</summary>
                LeakyReLU = 10,
            }
        }
    }
}
