namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Base class of modules with two arguments.</summary>
        /// <typeparam name="T1">Type of the first argument.</typeparam>
        /// <typeparam name="T2">Type of the second argument.</typeparam>
        /// <typeparam name="TResult">Type of the result.</typeparam>
        public abstract class Module<T1, T2, TResult>
            : HookableModule<
                Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?>,
                Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult>
            >,
                IModule<T1, T2, TResult>
        {
            /// <summary>Creates a module without components, in training mode.</summary>
            /// <param name="name">The name that <see cref="Module.GetName"/> returns.</param>
            protected Module(string name)
                : base(name) { }

            /// <summary>The computation of the module, without hooks.</summary>
            /// <param name="input1">The first argument.</param>
            /// <param name="input2">The second argument.</param>
            /// <returns>The result.</returns>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>Computes the module, with its hooks. This, not <see cref="forward"/>, is what callers use.</summary>
            /// <param name="input1">The first argument.</param>
            /// <param name="input2">The second argument.</param>
            /// <returns>The result.</returns>
            public TResult call(T1 input1, T2 input2)
            {
                RunModulePreHooks();
                foreach (var hook in PreHooks?.Values.ToArray() ?? [])
                {
                    (input1, input2) = hook(this, input1, input2) ?? (input1, input2);
                }

                var result = forward(input1, input2);
                foreach (var hook in PostHooks?.Values.ToArray() ?? [])
                {
                    result = hook(this, input1, input2, result) is { } replaced ? replaced : result;
                }

                RunModulePostHooks();
                return result;
            }
        }
    }
}
