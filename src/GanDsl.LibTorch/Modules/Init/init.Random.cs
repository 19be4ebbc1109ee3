using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>Fills a tensor with values from the uniform distribution U(low, high).</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="low">Smallest value. Default: 0.</param>
            /// <param name="high">Largest value. Default: 1.</param>
            /// <param name="generator">The source of random numbers; default: that of the device.</param>
            /// <returns>The tensor.</returns>
            public static Tensor uniform_(
                Tensor tensor,
                double low = 0,
                double high = 1,
                Generator? generator = null
            ) => Untracked(tensor, t => _ = t.uniform_(low, high, generator));

            /// <summary>Fills a tensor with values from the normal distribution N(mean, std²).</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="mean">Mean. Default: 0.</param>
            /// <param name="std">Standard deviation. Default: 1.</param>
            /// <param name="generator">The source of random numbers; default: that of the device.</param>
            /// <returns>The tensor.</returns>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Untracked(tensor, t => _ = t.normal_(mean, std, generator));

            /// <summary>Fills a tensor with values from N(mean, std²) cut off at two bounds.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="mean">Mean before the cut. Default: 0.</param>
            /// <param name="std">Standard deviation before the cut. Default: 1.</param>
            /// <param name="a">Smallest value. Default: -2.</param>
            /// <param name="b">Largest value. Default: 2.</param>
            /// <param name="generator">The source of random numbers; default: that of the device.</param>
            /// <returns>The tensor.</returns>
            public static Tensor trunc_normal_(
                Tensor tensor,
                double mean = 0.0,
                double std = 1.0,
                double a = -2.0,
                double b = 2.0,
                Generator? generator = null
            ) =>
                Untracked(
                    tensor,
                    t =>
                    {
                        // Uniform between the bounds' quantiles, then through the inverse of the distribution.
                        var (low, high) = (StandardNormal.Cdf((a - mean) / std), StandardNormal.Cdf((b - mean) / std));
                        _ = t.uniform_((2 * low) - 1, (2 * high) - 1, generator);
                        _ = InitOperators.InverseErf.Mutate(t);
                        _ = t.mul_(std * Math.Sqrt(2.0));
                        _ = t.add_(mean);
                        _ = t.clamp_(a, b);
                    }
                );

            /// <summary>Uniform values that keep the variance through linear layers and rectifiers (He et al. 2015).</summary>
            /// <param name="tensor">The weights: [out, in, kernel...].</param>
            /// <param name="a">Slope of negative elements of the leaky ReLU after the layer. Default: 0.</param>
            /// <param name="mode">Which number of connections keeps its variance. Default: those into an output.</param>
            /// <param name="nonlinearity">The function after the layer. Default: leaky ReLU.</param>
            /// <returns>The weights.</returns>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor kaiming_uniform_(
                Tensor tensor,
                double a = 0,
                FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU
            )
            {
                var bound = Math.Sqrt(3.0) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal values that keep the variance through linear layers and rectifiers (He et al. 2015).</summary>
            /// <param name="tensor">The weights: [out, in, kernel...].</param>
            /// <param name="a">Slope of negative elements of the leaky ReLU after the layer. Default: 0.</param>
            /// <param name="mode">Which number of connections keeps its variance. Default: those into an output.</param>
            /// <param name="nonlinearity">The function after the layer. Default: leaky ReLU.</param>
            /// <returns>The weights.</returns>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor kaiming_normal_(
                Tensor tensor,
                double a = 0,
                FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU
            ) => normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            /// <summary>Uniform values that keep the variance in both directions (Glorot and Bengio 2010).</summary>
            /// <param name="tensor">The weights: [out, in, kernel...].</param>
            /// <param name="gain">Factor for the function after the layer; see <see cref="calculate_gain"/>. Default: 1.</param>
            /// <returns>The weights.</returns>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                var bound = Math.Sqrt(3.0) * XavierDeviation(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal values that keep the variance in both directions (Glorot and Bengio 2010).</summary>
            /// <param name="tensor">The weights: [out, in, kernel...].</param>
            /// <param name="gain">Factor for the function after the layer; see <see cref="calculate_gain"/>. Default: 1.</param>
            /// <returns>The weights.</returns>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0) =>
                normal_(tensor, 0, XavierDeviation(tensor, gain));

            /// <summary>A (semi) orthogonal matrix (Saxe et al. 2013), with the dimensions after the first taken as one.</summary>
            /// <param name="tensor">The weights: [out, in...].</param>
            /// <param name="gain">Factor. Default: 1.</param>
            /// <returns>The weights.</returns>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1.0)
            {
                RequireDimensions(tensor, 2, int.MaxValue, nameof(orthogonal_));
                return Untracked(
                    tensor,
                    t =>
                    {
                        using var scope = NewDisposeScope();
                        var rows = t.shape[0];
                        var columns = t.numel() / rows;
                        var gaussian = torch.empty([rows, columns], t.dtype, t.device).normal_();
                        var (q, r) = InitOperators.Qr.CallTwo(rows < columns ? gaussian.t() : gaussian);

                        // The signs of R's diagonal make the draw uniform over all orthogonal matrices.
                        q = q.mul(r.diagonal().sign());
                        _ = t.view([rows, columns]).copy_(rows < columns ? q.t() : q);
                        _ = t.mul_(gain);
                    }
                );
            }

            private static double KaimingDeviation(
                Tensor tensor,
                double a,
                FanInOut mode,
                NonlinearityType nonlinearity
            )
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static double XavierDeviation(Tensor tensor, double gain)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }
        }
    }
}
