using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class Adam
{
    /// <summary>What Adam remembers of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>Number of steps.</summary>
        public long step;

        /// <summary>Running mean of the gradient.</summary>
        public Tensor exp_avg = null!;

        /// <summary>Running mean of the square of the gradient.</summary>
        public Tensor exp_avg_sq = null!;

        /// <summary>The largest <see cref="exp_avg_sq"/> so far, for AMSGrad; else null.</summary>
        public Tensor max_exp_avg_sq = null!;

        /// <summary>Creates the state of a parameter; <see cref="Initialize"/> gives it its first values.</summary>
        /// <param name="parameter">The parameter.</param>
        public State(Parameter parameter)
            : base(parameter) { }

        /// <summary>Disposes the running means.</summary>
        public void Dispose()
        {
            exp_avg?.Dispose();
            exp_avg_sq?.Dispose();
            max_exp_avg_sq?.Dispose();
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Set(ref exp_avg, Zeros());
            Set(ref exp_avg_sq, Zeros());
            Set(ref max_exp_avg_sq, ((Options)options).amsgrad!.Value ? Zeros() : null);
        }

        /// <inheritdoc/>
        public override void to(Device device)
        {
            Set(ref exp_avg, exp_avg.to(device));
            Set(ref exp_avg_sq, exp_avg_sq.to(device));
            Set(ref max_exp_avg_sq, max_exp_avg_sq?.to(device));
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            exp_avg.Save(writer);
            exp_avg_sq.Save(writer);
            SaveOptional(writer, max_exp_avg_sq);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            LoadRequired(reader, ref exp_avg);
            LoadRequired(reader, ref exp_avg_sq);
            LoadOptional(reader, ref max_exp_avg_sq);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            var other = Same<State>(source);
            step = other.step;
            SetCopy(ref exp_avg, other.exp_avg);
            SetCopy(ref exp_avg_sq, other.exp_avg_sq);
            SetCopy(ref max_exp_avg_sq, other.max_exp_avg_sq);
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state
            && step == state.step
            && AreClose(exp_avg, state.exp_avg)
            && AreClose(exp_avg_sq, state.exp_avg_sq)
            && AreClose(max_exp_avg_sq, state.max_exp_avg_sq);

        /// <summary>The rule that Adam and AdamW share, once weight decay and direction are dealt with.</summary>
        internal void Step(Options options, Parameter parameter, Tensor grad)
        {
            var (beta1, beta2) = options.Betas;
            step++;
            _ = UpdateOperators.Approach.Mutate(exp_avg, grad, 1 - beta1);
            _ = UpdateOperators.Multiply.Mutate(exp_avg_sq, beta2);
            _ = UpdateOperators.AddProduct.Mutate(exp_avg_sq, grad, grad, 1 - beta2);
            var square = exp_avg_sq;
            if (options.amsgrad!.Value)
            {
                // A state that was loaded from an optimiser without AMSGrad starts here.
                max_exp_avg_sq ??= Zeros();
                square = UpdateOperators.Raise.Mutate(max_exp_avg_sq, exp_avg_sq);
            }

            // The correction of the root, √(1 - β₂ᵗ), goes into ε and the step instead of a pass over the tensor.
            var correction = Math.Sqrt(1 - Math.Pow(beta2, step));
            var size = options.LearningRate!.Value * correction / (1 - Math.Pow(beta1, step));
            var denominator = UpdateOperators.SquareRoot.Call(square);
            _ = UpdateOperators.AddNumber.Mutate(denominator, options.eps!.Value * correction);
            _ = UpdateOperators.AddQuotient.Mutate(parameter, exp_avg, denominator, -size);
        }
    }
}
