namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose calls can be watched and changed by hooks.</summary>
        /// <typeparam name="TPreHook">Type of a hook that runs before the module and may replace its arguments.</typeparam>
        /// <typeparam name="TPostHook">Type of a hook that runs after the module and may replace its result.</typeparam>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            // Null until the first hook: most modules never have one, and `call` is on the path of every layer.
            private protected OrderedDictionary<string, TPreHook>? PreHooks { get; private set; }
            private protected OrderedDictionary<string, TPostHook>? PostHooks { get; private set; }
            private protected OrderedDictionary<string, Action<Module>>? ModulePreHooks { get; private set; }
            private protected OrderedDictionary<string, Action<Module>>? ModulePostHooks { get; private set; }

            /// <summary>Creates a module without hooks.</summary>
            /// <param name="name">The name that <see cref="Module.GetName"/> returns.</param>
            protected HookableModule(string name)
                : base(name) { }

            /// <summary>Adds a hook that runs after the module, sees arguments and result and may replace the result.</summary>
            /// <param name="hook">The hook. What it returns, unless null, takes the place of the result.</param>
            /// <returns>What removes the hook.</returns>
            public HookRemover register_forward_hook(TPostHook hook) => Add(PostHooks ??= [], hook);

            /// <summary>Adds a hook that runs before the module and may replace the arguments.</summary>
            /// <param name="hook">The hook. What it returns, unless null, takes the place of the arguments.</param>
            /// <returns>What removes the hook.</returns>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Add(PreHooks ??= [], hook);

            /// <summary>Adds a hook that runs after the module.</summary>
            /// <param name="hook">The hook.</param>
            /// <returns>What removes the hook.</returns>
            public HookRemover register_forward_hook(Action<Module> hook) => Add(ModulePostHooks ??= [], hook);

            /// <summary>Adds a hook that runs before the module.</summary>
            /// <param name="hook">The hook.</param>
            /// <returns>What removes the hook.</returns>
            public HookRemover register_forward_pre_hook(Action<Module> hook) => Add(ModulePreHooks ??= [], hook);

            private HookRemover Add<T>(OrderedDictionary<string, T> hooks, T hook)
            {
                var key = Guid.NewGuid().ToString();
                hooks.Add(key, hook);
                return new HookRemover(this, key);
            }

            private void Remove(string key)
            {
                PreHooks?.Remove(key);
                PostHooks?.Remove(key);
                ModulePreHooks?.Remove(key);
                ModulePostHooks?.Remove(key);
            }

            private protected void RunModulePreHooks()
            {
                foreach (var hook in ModulePreHooks?.Values.ToArray() ?? [])
                {
                    hook(this);
                }
            }

            private protected void RunModulePostHooks()
            {
                foreach (var hook in ModulePostHooks?.Values.ToArray() ?? [])
                {
                    hook(this);
                }
            }

            /// <summary>Removes one hook again.</summary>
            /// <param name="module">The module that has the hook.</param>
            /// <param name="key">The key of the hook.</param>
            public class HookRemover(HookableModule<TPreHook, TPostHook> module, string key)
            {
                /// <summary>Removes the hook. A second call does nothing.</summary>
                public void remove() => module.Remove(key);
            }
        }
    }
}
