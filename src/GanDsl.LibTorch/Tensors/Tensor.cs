using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An n-dimensional array of numbers on a device (PyTorch: <c>torch.Tensor</c>). It belongs to the innermost
    /// <see cref="DisposeScope"/> of the thread that made it, if there is one; otherwise its owner disposes it, and
    /// the garbage collector does in the end.
    /// </summary>
    /// <remarks>
    /// Every member throws <see cref="ObjectDisposedException"/> once the tensor is disposed, and
    /// <see cref="System.Runtime.InteropServices.ExternalException"/> with libtorch's message for what libtorch refuses.
    /// </remarks>
    public partial class Tensor : IDisposable
    {
        /// <summary>The native tensor, or 0 once disposed; <see cref="Handle"/> checks.</summary>
        internal nint handle;

        private static long _totalCount;
        private static long _peakCount;

        /// <summary>Takes over a reference to a native tensor.</summary>
        internal Tensor(nint handle, bool register = true)
        {
            this.handle = handle;
            var total = Interlocked.Increment(ref _totalCount);
            if (total > _peakCount)
            {
                _peakCount = total;
            }

            if (register)
            {
                OwningDisposeScope = DisposeScopeManager.ThreadSingleton.RegisterOnCurrentDisposeScope(this);
            }
        }

        /// <summary>Releases the native tensor if nobody else did.</summary>
        ~Tensor() => Dispose(false);

        internal DisposeScope? OwningDisposeScope { get; set; }

        /// <summary>Tensors alive in this process; for finding leaks.</summary>
        public static long TotalCount => Interlocked.Read(ref _totalCount);

        /// <summary>The most tensors that were alive at once; for finding leaks.</summary>
        public static long PeakCount => Interlocked.Read(ref _peakCount);

        /// <summary>A name to tell the tensor by while debugging.</summary>
        public string? name { get; set; }

        /// <summary>Whether the tensor was disposed.</summary>
        public bool IsInvalid => handle == 0;

        /// <summary>The native tensor, borrowed.</summary>
        /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
        public IntPtr Handle
        {
            get
            {
                var known = handle;
                if (known == 0)
                {
                    ThrowDisposed();
                }

                return known;
            }
        }

        /// <summary>Releases the native tensor; views and results made from it stay valid.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Releases the native tensor.</summary>
        /// <param name="disposing">Whether the call comes from <see cref="Dispose()"/>.</param>
        protected virtual void Dispose(bool disposing)
        {
            // Exchanged, so that two threads cannot release one reference twice.
            var owned = Interlocked.Exchange(ref handle, 0);
            if (owned == 0)
            {
                return;
            }

            DisposeScopeManager.ThreadSingleton.DisposingOnCurrentScope(this);
            OwningDisposeScope?.MarkAsDisposed(this);
            Interlocked.Decrement(ref _totalCount);
            NativeMethods.gandsl_tensor_free(owned);
        }

        /// <summary>Gives the native tensor away, for another object that wraps it; this one is left empty.</summary>
        internal nint MoveHandle()
        {
            var owned = Interlocked.Exchange(ref handle, 0);
            if (owned != 0)
            {
                // The object that wraps it next counts it again.
                Interlocked.Decrement(ref _totalCount);
            }

            return owned;
        }

        /// <summary>Moves the tensor to the outer scope; without one, it is detached.</summary>
        /// <returns>This tensor.</returns>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes the tensor out of all scopes; from here on its owner disposes it.</summary>
        /// <returns>This tensor.</returns>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        /// <summary>Moves the tensor to the scope of another tensor.</summary>
        /// <returns>This tensor.</returns>
        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        /// <summary>Moves the tensor to another scope; to null, it is detached.</summary>
        /// <returns>This tensor.</returns>
        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is null)
            {
                other?.Attach(this);
            }
            else
            {
                OwningDisposeScope.MoveToOther(other, this);
            }

            return this;
        }

        private void ThrowDisposed() =>
            throw new ObjectDisposedException(
                GetType().Name,
                $"The tensor{(name is null ? "" : $" '{name}'")} was disposed, by itself or with its dispose scope;"
                    + " move it to the outer scope, or detach it, to keep it longer."
            );
    }
}
