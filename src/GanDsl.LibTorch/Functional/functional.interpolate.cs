using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Resizes signals, images or volumes (PyTorch: <c>F.interpolate</c>).</summary>
            /// <param name="x">[N, C, L], [N, C, H, W] or [N, C, D, H, W].</param>
            /// <param name="size">The new size of each dimension after C; either this or the factors.</param>
            /// <param name="scale_factor">The factor for each dimension after C.</param>
            /// <param name="mode">How to find elements between those there are.</param>
            /// <param name="align_corners">Whether corner elements stay where they are; for the linear and cubic modes.</param>
            /// <param name="recompute_scale_factor">Whether to go by the rounded size instead of the factors given.</param>
            /// <param name="antialias">Whether to smooth while shrinking; for Bilinear and Bicubic.</param>
            /// <exception cref="ArgumentException">The arguments do not fit together.</exception>
            public static Tensor interpolate(
                Tensor x,
                long[]? size = null,
                double[]? scale_factor = null,
                InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null,
                bool recompute_scale_factor = false,
                bool antialias = false
            )
            {
                var shape = x.shape;
                var spatial = shape.Length - 2;
                CheckInterpolation(x, spatial, size, scale_factor, mode, align_corners, antialias);
                if (scale_factor is not null && (recompute_scale_factor || mode == InterpolationMode.Area))
                {
                    size = [.. scale_factor.Select((factor, i) => (long)Math.Floor(shape[i + 2] * factor))];
                    scale_factor = null;
                }

                var corners = align_corners ?? false;
                return (mode, spatial) switch
                {
                    (InterpolationMode.Nearest, 1) => Aten.upsample_nearest1d.Call(x, size, scale_factor),
                    (InterpolationMode.Nearest, 2) => Aten.upsample_nearest2d.Call(x, size, scale_factor),
                    (InterpolationMode.Nearest, 3) => Aten.upsample_nearest3d.Call(x, size, scale_factor),
                    (InterpolationMode.NearestExact, 1) => Aten.upsample_nearest_exact1d.Call(x, size, scale_factor),
                    (InterpolationMode.NearestExact, 2) => Aten.upsample_nearest_exact2d.Call(x, size, scale_factor),
                    (InterpolationMode.NearestExact, 3) => Aten.upsample_nearest_exact3d.Call(x, size, scale_factor),
                    (InterpolationMode.Area, 1) => adaptive_avg_pool1d(x, size![0]),
                    (InterpolationMode.Area, 2) => adaptive_avg_pool2d(x, size!),
                    (InterpolationMode.Area, 3) => adaptive_avg_pool3d(x, size!),
                    (InterpolationMode.Linear, 1) => Aten.upsample_linear1d.Call(x, size, corners, scale_factor),
                    (InterpolationMode.Trilinear, 3) => Aten.upsample_trilinear3d.Call(x, size, corners, scale_factor),
                    (InterpolationMode.Bilinear, 2) => (
                        antialias ? Aten.upsample_bilinear2d_aa : Aten.upsample_bilinear2d
                    ).Call(x, size, corners, scale_factor),
                    (InterpolationMode.Bicubic, 2) => (
                        antialias ? Aten.upsample_bicubic2d_aa : Aten.upsample_bicubic2d
                    ).Call(x, size, corners, scale_factor),
                    _ => throw new ArgumentException(
                        $"{mode} interpolation does not go with {spatial} dimensions after [N, C]; this is {x}.",
                        nameof(mode)
                    ),
                };
            }

            private static void CheckInterpolation(
                Tensor x,
                int spatial,
                long[]? size,
                double[]? factors,
                InterpolationMode mode,
                bool? align_corners,
                bool antialias
            )
            {
                if (size is null == factors is null)
                {
                    throw new ArgumentException("interpolate needs either sizes or scale factors, and not both.");
                }

                var given = size?.Length ?? factors!.Length;
                if (given != spatial)
                {
                    throw new ArgumentException(
                        $"{given} sizes or factors were given for {spatial} dimensions after [N, C]; this is {x}."
                    );
                }

                var nearby =
                    mode is InterpolationMode.Nearest or InterpolationMode.NearestExact or InterpolationMode.Area;
                if (nearby && align_corners is not null)
                {
                    throw new ArgumentException($"align_corners has no meaning for {mode} interpolation.");
                }

                if (antialias && mode is not (InterpolationMode.Bilinear or InterpolationMode.Bicubic))
                {
                    throw new ArgumentException("antialias is for Bilinear and Bicubic interpolation.");
                }
            }
        }
    }
}
