namespace TorchSharp.Modules;

public partial class SGD
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
        /// <param name="momentum">Weight of former steps. Default: 0.</param>
        /// <param name="dampening">How much less than fully the gradient enters the momentum. Default: 0.</param>
        /// <param name="weight_decay">Factor of the parameter that is added to its gradient. Default: 0.</param>
        /// <param name="nesterov">Whether the momentum looks ahead (Nesterov).</param>
        /// <param name="maximize">Whether the steps go up instead of down.</param>
        public ParamGroup(
            IEnumerable<Parameter> parameters,
            double lr = 1e-3,
            double momentum = 0.0,
            double dampening = 0,
            double weight_decay = 0,
            bool nesterov = false,
            bool maximize = false
        )
            : base(
                parameters,
                new Options
                {
                    LearningRate = lr,
                    momentum = momentum,
                    dampening = dampening,
                    weight_decay = weight_decay,
                    nesterov = nesterov,
                    maximize = maximize,
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
