namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>Which number of connections keeps its variance.</summary>
            public enum FanInOut
            {
                /// <summary>Those into an output: the variance of the forward pass stays.</summary>
                FanIn = 0,

                /// <summary>Those out of an input: the variance of the backward pass stays.</summary>
                FanOut = 1,
            }
        }
    }
}
