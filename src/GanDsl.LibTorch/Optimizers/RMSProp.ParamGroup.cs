namespace TorchSharp.Modules;

public partial class RMSProp
{
    /// <summary>A group of parameters with options of its own.</summary>
    public class ParamGroup : ParamGroup<Options>, torch.optim.IMomentum
    {
        /// <summary>Creates an empty group.</summary>
        public ParamGroup() { }

        /// <summary>Creates a group.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="options">The options; those left null are the optimiser's.</param>
        public ParamGroup(IEnumerable<Parameter> parameters, Options options)
            : base(parameters, options) { }

        /// <summary>Creates a group.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="lr">Learning rate. Default: 1e-3.</param>
        /// <param name="eps">Added to the denominator. Default: 1e-8.</param>
        /// <param name="alpha">Decay rate of the mean square, from 0 to 1. Default: 0.99.</param>
        /// <param name="weight_decay">Factor of the parameter that is added to its gradient. Default: 0.</param>
        /// <param name="momentum">Weight of former steps. Default: 0.</param>
        /// <param name="centered">Whether the variance takes the place of the mean square. Default: false.</param>
        public ParamGroup(
            IEnumerable<Parameter> parameters,
            double lr = 1e-3,
            double eps = 1e-8,
            double alpha = 0.99,
            double weight_decay = 0,
            double momentum = 0.0,
            bool centered = false
        )
            : base(
                parameters,
                new Options
                {
                    LearningRate = lr,
                    eps = eps,
                    alpha = alpha,
                    weight_decay = weight_decay,
                    momentum = momentum,
                    centered = centered,
                }
            ) { }

        /// <inheritdoc/>
        public double Momentum
        {
            get => Options.momentum!.Value;
            set => Options.momentum = value;
        }
    }
}
