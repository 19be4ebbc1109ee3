using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The default sources of pseudo-random numbers (PyTorch: <c>torch.random</c>).</summary>
    public static partial class random
    {
        /// <summary>Seeds the default source of every device.</summary>
        /// <returns>The host's default source.</returns>
        public static Generator manual_seed(long seed)
        {
            NativeMethods.gandsl_manual_seed(seed).Check();
            return Generator.Default;
        }

        /// <summary>Seeds the host's default source with a seed that nobody chose.</summary>
        /// <returns>The seed.</returns>
        public static long seed()
        {
            using var source = Generator.Default;
            return source.seed();
        }

        /// <summary>The seed the host's default source last started from.</summary>
        public static long initial_seed()
        {
            using var source = Generator.Default;
            return source.initial_seed();
        }

        /// <summary>Where the host's default source is now.</summary>
        public static Tensor get_rng_state()
        {
            using var source = Generator.Default;
            return source.get_state();
        }

        /// <summary>Makes the host's default source go on from where it was.</summary>
        public static void set_rng_state(Tensor new_state)
        {
            using var source = Generator.Default;
            source.set_state(new_state);
        }
    }

    /// <inheritdoc cref="random.manual_seed"/>
    public static Generator manual_seed(long seed) => random.manual_seed(seed);

    /// <inheritdoc cref="random.seed"/>
    public static long seed() => random.seed();

    /// <inheritdoc cref="random.initial_seed"/>
    public static long initial_seed() => random.initial_seed();

    /// <inheritdoc cref="random.get_rng_state"/>
    public static Tensor get_rng_state() => random.get_rng_state();

    /// <inheritdoc cref="random.set_rng_state"/>
    public static void set_rng_state(Tensor new_state) => random.set_rng_state(new_state);
}
