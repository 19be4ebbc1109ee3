using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of pseudo-random numbers on a device (PyTorch: <c>torch.Generator</c>).</summary>
    public class Generator : IDisposable
    {
        private nint _handle;

        /// <summary>A new source.</summary>
        /// <param name="seed">Where it starts.</param>
        /// <param name="device">The device of the tensors it will fill; the host by default.</param>
        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = InitializeDevice(device ?? torch.CPU);
            NativeMethods.gandsl_generator_new((int)this.device.type, this.device.index, 0, out _handle).Check();
            manual_seed((long)seed);
        }

        private Generator(nint handle)
        {
            _handle = handle;
            device = torch.CPU;
        }

        /// <summary>Releases the native source if nobody else did.</summary>
        ~Generator() => Dispose(false);

        /// <summary>The source on the host that is used when none is named.</summary>
        public static Generator Default
        {
            get
            {
                NativeMethods.gandsl_generator_new((int)DeviceType.CPU, -1, 1, out var handle).Check();
                return new Generator(handle);
            }
        }

        /// <summary>The device of the tensors it fills.</summary>
        public Device device { get; private set; }

        /// <summary>The native source, borrowed.</summary>
        /// <exception cref="ObjectDisposedException">It was disposed.</exception>
        public IntPtr Handle
        {
            get
            {
                ObjectDisposedException.ThrowIf(_handle == 0, this);
                return _handle;
            }
        }

        /// <summary>Starts again from a seed.</summary>
        /// <returns>This source.</returns>
        public Generator manual_seed(long seed)
        {
            NativeMethods.gandsl_generator_set_seed(Handle, seed).Check();
            GC.KeepAlive(this);
            return this;
        }

        /// <summary>Starts again from a seed that nobody chose.</summary>
        /// <returns>The seed.</returns>
        public long seed()
        {
            var seed = System.Random.Shared.NextInt64();
            manual_seed(seed);
            return seed;
        }

        /// <summary>The seed it last started from.</summary>
        public long initial_seed()
        {
            NativeMethods.gandsl_generator_get_seed(Handle, out var seed).Check();
            GC.KeepAlive(this);
            return seed;
        }

        /// <summary>Where it is now, as bytes for <see cref="set_state"/>.</summary>
        public Tensor get_state()
        {
            NativeMethods.gandsl_generator_get_state(Handle, out var state).Check();
            GC.KeepAlive(this);
            return new Tensor(state);
        }

        /// <summary>Goes on from where a source of the same kind was.</summary>
        /// <param name="value">What <see cref="get_state"/> returned.</param>
        public void set_state(Tensor value)
        {
            NativeMethods.gandsl_generator_set_state(Handle, value.Handle).Check();
            GC.KeepAlive(this);
            GC.KeepAlive(value);
        }

        /// <summary>Releases the native source.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Releases the native source.</summary>
        /// <param name="disposing">Whether the call comes from <see cref="Dispose()"/>.</param>
        protected virtual void Dispose(bool disposing)
        {
            var owned = Interlocked.Exchange(ref _handle, 0);
            if (owned != 0)
            {
                NativeMethods.gandsl_generator_free(owned);
            }
        }
    }
}
