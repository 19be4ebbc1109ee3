using TorchSharp.Native;
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

        /// <summary>One step of gradient descent, in one native call for all parameters.</summary>
        internal static unsafe void Update(Options options, OptimizerState[] states)
        {
            var natives = new NativeSgdState[states.Length];
            for (var i = 0; i < states.Length; i++)
            {
                natives[i] = new NativeSgdState
                {
                    Parameter = states[i].Parameter.Handle,
                    MomentumBuffer = ((State)states[i]).momentum_buffer?.Handle ?? 0,
                };
            }

            var numbers = new NativeSgdOptions
            {
                LearningRate = options.LearningRate!.Value,
                Momentum = options.momentum!.Value,
                Dampening = options.dampening!.Value,
                WeightDecay = options.weight_decay!.Value,
                Nesterov = options.nesterov!.Value ? (byte)1 : (byte)0,
                Maximize = options.maximize!.Value ? (byte)1 : (byte)0,
            };
            fixed (NativeSgdState* first = natives)
            {
                var status = NativeMethods.gandsl_sgd(first, natives.Length, &numbers);
                for (var i = 0; i < states.Length; i++)
                {
                    ((State)states[i]).TakeOver(natives[i].MomentumBuffer);
                }

                status.Check();
            }
        }

        /// <summary>Keeps a buffer that a step made.</summary>
        private void TakeOver(nint buffer)
        {
            if (momentum_buffer is null && buffer != 0)
            {
                momentum_buffer = new Tensor(buffer).DetachFromDisposeScope();
            }
        }
    }
}
