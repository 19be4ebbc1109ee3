namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>What has a momentum that a schedule may change.</summary>
        public interface IMomentum
        {
            /// <summary>The weight of former steps in the next one.</summary>
            double Momentum { get; set; }
        }
    }
}
