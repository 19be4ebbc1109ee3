namespace TorchSharp.Modules;

public partial class Adam
{
    /// <summary>A group of parameters with options of its own.</summary>
    public class ParamGroup : ParamGroup<Options>, torch.optim.IBetas
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
        /// <param name="beta1">Decay rate of the mean of the gradient, in [0, 1). Default: 0.9.</param>
        /// <param name="beta2">Decay rate of the mean of its square, in [0, 1). Default: 0.999.</param>
        /// <param name="eps">Added to the denominator. Default: 1e-8.</param>
        /// <param name="weight_decay">Weight decay. Default: 0.</param>
        /// <param name="amsgrad">Whether the largest mean square so far takes the place of the present one.</param>
        /// <param name="maximize">Whether the steps go up instead of down.</param>
        public ParamGroup(
            IEnumerable<Parameter> parameters,
            double lr = 1e-3,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-8,
            double weight_decay = 0,
            bool amsgrad = false,
            bool maximize = false
        )
            : base(
                parameters,
                new Options
                {
                    LearningRate = lr,
                    beta1 = beta1,
                    beta2 = beta2,
                    eps = eps,
                    weight_decay = weight_decay,
                    amsgrad = amsgrad,
                    maximize = maximize,
                }
            ) { }

        /// <inheritdoc/>
        public (double, double) Betas
        {
            get => Options.Betas;
            set => Options.Betas = value;
        }
    }
}
