using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class RMSProp
{
    /// <summary>What RMSProp remembers of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>Number of steps.</summary>
        public long step;

        /// <summary>Running mean of the square of the gradient.</summary>
        public Tensor square_avg = null!;

        /// <summary>The former steps.</summary>
        public Tensor momentum_buffer = null!;

        /// <summary>Running mean of the gradient.</summary>
        public Tensor grad_avg = null!;

        /// <summary>Creates the state of a parameter; <see cref="Initialize"/> gives it its first values.</summary>
        /// <param name="parameter">The parameter.</param>
        public State(Parameter parameter)
            : base(parameter) { }

        /// <summary>Disposes the running means.</summary>
        public void Dispose()
        {
            square_avg?.Dispose();
            momentum_buffer?.Dispose();
            grad_avg?.Dispose();
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Set(ref square_avg, Zeros());
            Set(ref momentum_buffer, Zeros());
            Set(ref grad_avg, Zeros());
        }

        /// <inheritdoc/>
        public override void to(Device device)
        {
            Set(ref square_avg, square_avg.to(device));
            Set(ref momentum_buffer, momentum_buffer?.to(device));
            Set(ref grad_avg, grad_avg?.to(device));
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            square_avg.Save(writer);
            SaveOptional(writer, momentum_buffer);
            SaveOptional(writer, grad_avg);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            LoadRequired(reader, ref square_avg);
            LoadOptional(reader, ref momentum_buffer);
            LoadOptional(reader, ref grad_avg);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            var other = Same<State>(source);
            step = other.step;
            SetCopy(ref square_avg, other.square_avg);
            SetCopy(ref momentum_buffer, other.momentum_buffer);
            SetCopy(ref grad_avg, other.grad_avg);
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state
            && step == state.step
            && AreClose(square_avg, state.square_avg)
            && AreClose(momentum_buffer, state.momentum_buffer)
            && AreClose(grad_avg, state.grad_avg);

        /// <summary>Takes in a gradient; returns the root of its mean square or variance, plus ε.</summary>
        internal Tensor Denominator(Options options, Tensor grad)
        {
            var alpha = options.alpha!.Value;
            step++;
            _ = UpdateOperators.Multiply.Mutate(square_avg, alpha);
            _ = UpdateOperators.AddProduct.Mutate(square_avg, grad, grad, 1 - alpha);
            if (!options.centered!.Value)
            {
                return UpdateOperators.AddNumber.Mutate(
                    UpdateOperators.SquareRoot.Call(square_avg),
                    options.eps!.Value
                );
            }

            _ = UpdateOperators.Approach.Mutate(grad_avg, grad, 1 - alpha);
            var variance = UpdateOperators.SumWithProduct.Call(square_avg, grad_avg, grad_avg, -1.0);
            _ = UpdateOperators.SquareRootInPlace.Mutate(variance);
            return UpdateOperators.AddNumber.Mutate(variance, options.eps!.Value);
        }
    }
}
