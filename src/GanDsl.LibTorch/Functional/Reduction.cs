namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What a loss returns of the losses of all elements.</summary>
        public enum Reduction : long
        {
            /// <summary>All of them.</summary>
            None = 0,

            /// <summary>Their mean.</summary>
            Mean = 1,

            /// <summary>Their sum.</summary>
            Sum = 2,
        }
    }
}
