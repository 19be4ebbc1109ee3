namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>What has decay rates of running averages that a schedule may change.</summary>
        public interface IBetas
        {
            /// <summary>The decay rates of the averages of the gradient and of its square, each in [0, 1).</summary>
            (double, double) Betas { get; set; }
        }
    }
}
