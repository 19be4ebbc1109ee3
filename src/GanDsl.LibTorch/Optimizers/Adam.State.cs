using TorchSharp.Native;
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

        /// <summary>One step of Adam or AdamW, in one native call for all parameters.</summary>
        internal static unsafe void Update(Options options, OptimizerState[] states, bool isDecoupled)
        {
            var natives = new NativeAdamState[states.Length];
            for (var i = 0; i < states.Length; i++)
            {
                natives[i] = ((State)states[i]).ToNative(options.amsgrad!.Value);
            }

            var numbers = new NativeAdamOptions
            {
                LearningRate = options.LearningRate!.Value,
                Beta1 = options.beta1!.Value,
                Beta2 = options.beta2!.Value,
                Eps = options.eps!.Value,
                WeightDecay = options.weight_decay!.Value,
                Decoupled = isDecoupled ? (byte)1 : (byte)0,
                Maximize = options.maximize!.Value ? (byte)1 : (byte)0,
            };
            fixed (NativeAdamState* first = natives)
            {
                NativeMethods.gandsl_adam(first, natives.Length, &numbers).Check();
            }

            for (var i = 0; i < states.Length; i++)
            {
                ((State)states[i]).step = natives[i].Step;
            }
        }

        private NativeAdamState ToNative(bool isAmsgrad)
        {
            if (isAmsgrad)
            {
                // A state that was loaded from an optimiser without AMSGrad starts here.
                max_exp_avg_sq ??= Zeros();
            }

            return new NativeAdamState
            {
                Parameter = Parameter.Handle,
                ExpAvg = exp_avg.Handle,
                ExpAvgSq = exp_avg_sq.Handle,
                MaxExpAvgSq = isAmsgrad ? max_exp_avg_sq.Handle : 0,
                Step = step,
            };
        }
    }
}
