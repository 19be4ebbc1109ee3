namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that is called with one argument.</summary>
        /// <typeparam name="T">Type of the argument.</typeparam>
        /// <typeparam name="TResult">Type of the result.</typeparam>
        public interface IModule<T, TResult>
        {
            /// <summary>Computes the module, with its hooks.</summary>
            /// <param name="input1">The argument.</param>
            /// <returns>The result.</returns>
            TResult call(T input1);
        }

        /// <summary>A module that is called with two arguments.</summary>
        /// <typeparam name="T1">Type of the first argument.</typeparam>
        /// <typeparam name="T2">Type of the second argument.</typeparam>
        /// <typeparam name="TResult">Type of the result.</typeparam>
        public interface IModule<T1, T2, TResult>
        {
            /// <summary>Computes the module, with its hooks.</summary>
            /// <param name="input1">The first argument.</param>
            /// <param name="input2">The second argument.</param>
            /// <returns>The result.</returns>
            TResult call(T1 input1, T2 input2);
        }
    }
}
