using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public abstract partial class Optimizer
        {
            /// <summary>The options and state of an optimiser. They are the optimiser's own, not copies.</summary>
            public class StateDictionary
            {
                internal StateDictionary() { }

                /// <summary>The options of each group.</summary>
                public List<OptimizerOptions> Options { get; } = [];

                /// <summary>The state of each parameter, group after group.</summary>
                public List<OptimizerState> State { get; } = [];

                /// <summary>For each group, where in <see cref="State"/> its parameters are.</summary>
                public List<List<int>> StateIndexRef { get; } = [];
            }
        }
    }
}
