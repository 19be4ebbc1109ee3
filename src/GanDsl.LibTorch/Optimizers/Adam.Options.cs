namespace TorchSharp.Modules;

public partial class Adam
{
    /// <summary>The options of a group of parameters. One that is null takes the optimiser's.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Decay rate of the mean of the gradient, in [0, 1).</summary>
        public double? beta1;

        /// <summary>Decay rate of the mean of the square of the gradient, in [0, 1).</summary>
        public double? beta2;

        /// <summary>Weight decay.</summary>
        public double? weight_decay;

        /// <summary>Added to the denominator.</summary>
        public double? eps;

        /// <summary>Whether the largest mean square so far takes the place of the present one.</summary>
        public bool? amsgrad;

        /// <summary>Whether the steps go up instead of down.</summary>
        public bool? maximize;

        internal (double, double) Betas
        {
            get => (beta1!.Value, beta2!.Value);
            set => (beta1, beta2) = value;
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(beta1!.Value);
            writer.Write(beta2!.Value);
            writer.Write(eps!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(amsgrad!.Value);
            writer.Write(maximize!.Value);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            beta1 = reader.ReadDouble();
            beta2 = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            amsgrad = reader.ReadBoolean();
            maximize = reader.ReadBoolean();
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            var other = Same<Options>(source);
            base.LoadStateDict(source);
            (beta1, beta2, eps, weight_decay) = (other.beta1, other.beta2, other.eps, other.weight_decay);
            (amsgrad, maximize) = (other.amsgrad, other.maximize);
        }

        internal override void Complete(OptimizerOptions defaults)
        {
            base.Complete(defaults);
            var all = (Options)defaults;
            beta1 ??= all.beta1;
            beta2 ??= all.beta2;
            eps ??= all.eps;
            weight_decay ??= all.weight_decay;
            amsgrad ??= all.amsgrad;
            maximize ??= all.maximize;
            Validated();
        }

        /// <exception cref="ArgumentException">A number is outside of its range.</exception>
        internal Options Validated()
        {
            RequireAtLeastZero("lr", LearningRate);
            RequireRate(nameof(beta1), beta1);
            RequireRate(nameof(beta2), beta2);
            RequireAtLeastZero(nameof(eps), eps);
            RequireAtLeastZero(nameof(weight_decay), weight_decay);
            return this;
        }
    }
}
