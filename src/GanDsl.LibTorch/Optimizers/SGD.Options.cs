namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>The options of a group of parameters. One that is null takes the optimiser's.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Weight of former steps.</summary>
        public double? momentum;

        /// <summary>How much less than fully the gradient enters the momentum.</summary>
        public double? dampening;

        /// <summary>Factor of the parameter that is added to its gradient.</summary>
        public double? weight_decay;

        /// <summary>Whether the momentum looks ahead (Nesterov).</summary>
        public bool? nesterov;

        /// <summary>Whether the steps go up instead of down.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(momentum!.Value);
            writer.Write(dampening!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(nesterov!.Value);
            writer.Write(maximize!.Value);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            momentum = reader.ReadDouble();
            dampening = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            nesterov = reader.ReadBoolean();
            maximize = reader.ReadBoolean();
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            var other = Same<Options>(source);
            base.LoadStateDict(source);
            (momentum, dampening, weight_decay) = (other.momentum, other.dampening, other.weight_decay);
            (nesterov, maximize) = (other.nesterov, other.maximize);
        }

        internal override void Complete(OptimizerOptions defaults)
        {
            base.Complete(defaults);
            var all = (Options)defaults;
            momentum ??= all.momentum;
            dampening ??= all.dampening;
            weight_decay ??= all.weight_decay;
            nesterov ??= all.nesterov;
            maximize ??= all.maximize;
            Validated();
        }

        /// <exception cref="ArgumentException">A number is outside of its range, or Nesterov lacks momentum or has dampening.</exception>
        internal Options Validated()
        {
            RequireAtLeastZero("lr", LearningRate);
            RequireAtLeastZero(nameof(momentum), momentum);
            RequireAtLeastZero(nameof(weight_decay), weight_decay);
            if (nesterov == true && (momentum == 0 || dampening != 0))
            {
                throw new ArgumentException(
                    $"Nesterov's method was given momentum {momentum} and dampening {dampening}, but needs a momentum above 0 and dampening 0.",
                    nameof(nesterov)
                );
            }

            return this;
        }
    }
}
