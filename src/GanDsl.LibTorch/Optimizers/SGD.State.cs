using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>What gradient descent remembers of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The former steps; null before the first one and without momentum.</summary>
        public Tensor momentum_buffer = null!;

        /// <summary>Creates the state of a parameter.</summary>
        /// <param name="parameter">The parameter.</param>
        public State(Parameter parameter)
            : base(parameter) { }

        /// <summary>Disposes the former steps.</summary>
        public void Dispose() => momentum_buffer?.Dispose();

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options) => Set(ref momentum_buffer, null);

        /// <inheritdoc/>
        public override void to(Device device) => Set(ref momentum_buffer, momentum_buffer?.to(device));

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer) => SaveOptional(writer, momentum_buffer);

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader) => LoadOptional(reader, ref momentum_buffer);

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source) =>
            SetCopy(ref momentum_buffer, Same<State>(source).momentum_buffer);

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && AreClose(momentum_buffer, state.momentum_buffer);

        /// <summary>Adds a gradient to the former steps; the first one enters in full.</summary>
        internal Tensor Accumulate(Tensor grad, double momentum, double dampening)
        {
            if (momentum_buffer is null)
            {
                return momentum_buffer = grad.detach().clone().DetachFromDisposeScope();
            }

            _ = UpdateOperators.Multiply.Mutate(momentum_buffer, momentum);
            return UpdateOperators.Add.Mutate(momentum_buffer, grad, 1 - dampening);
        }
    }
}
