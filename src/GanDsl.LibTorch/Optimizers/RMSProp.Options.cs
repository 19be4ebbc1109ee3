namespace TorchSharp.Modules;

public partial class RMSProp
{
    /// <summary>The options of a group of parameters. One that is null takes the optimiser's.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Whether the steps go up instead of down.</summary>
        public bool? maximize;

        /// <summary>Weight of former steps.</summary>
        public double? momentum;

        /// <summary>Decay rate of the mean square, from 0 to 1.</summary>
        public double? alpha;

        /// <summary>Added to the denominator.</summary>
        public double? eps;

        /// <summary>Factor of the parameter that is added to its gradient.</summary>
        public double? weight_decay;

        /// <summary>Whether the variance takes the place of the mean square.</summary>
        public bool? centered;

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(maximize!.Value);
            writer.Write(momentum!.Value);
            writer.Write(alpha!.Value);
            writer.Write(eps!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(centered!.Value);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            maximize = reader.ReadBoolean();
            momentum = reader.ReadDouble();
            alpha = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            centered = reader.ReadBoolean();
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            var other = Same<Options>(source);
            base.LoadStateDict(source);
            (maximize, centered) = (other.maximize, other.centered);
            (momentum, alpha, eps, weight_decay) = (other.momentum, other.alpha, other.eps, other.weight_decay);
        }

        internal override void Complete(OptimizerOptions defaults)
        {
            base.Complete(defaults);
            var all = (Options)defaults;
            maximize ??= all.maximize;
            momentum ??= all.momentum;
            alpha ??= all.alpha;
            eps ??= all.eps;
            weight_decay ??= all.weight_decay;
            centered ??= all.centered;
            Validated();
        }

        /// <exception cref="ArgumentException">A number is outside of its range.</exception>
        internal Options Validated()
        {
            RequireAtLeastZero("lr", LearningRate);
            RequireAtLeastZero(nameof(alpha), alpha);
            RequireAtLeastZero(nameof(eps), eps);
            RequireAtLeastZero(nameof(weight_decay), weight_decay);
            RequireAtLeastZero(nameof(momentum), momentum);
            return this;
        }
    }
}
