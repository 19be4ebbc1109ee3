using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>An empty sequence of modules.</summary>
        /// <returns>The module (PyTorch: <c>torch.nn.Sequential</c>).</returns>
        public static Sequential Sequential() => new();

        /// <summary>Named modules one after the other.</summary>
        /// <param name="modules">The modules in order, each with its name.</param>
        /// <returns>The module (PyTorch: <c>torch.nn.Sequential</c>).</returns>
        public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) =>
            Sequential(modules.AsEnumerable());

        /// <summary>Modules one after the other, named 0, 1, 2 and so on.</summary>
        /// <param name="modules">The modules in order.</param>
        /// <returns>The module (PyTorch: <c>torch.nn.Sequential</c>).</returns>
        public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) =>
            Sequential(modules.AsEnumerable());

        /// <summary>Named modules one after the other.</summary>
        /// <param name="modules">The modules in order, each with its name.</param>
        /// <returns>The module (PyTorch: <c>torch.nn.Sequential</c>).</returns>
        public static Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules) =>
            Sequential(modules.AsEnumerable());

        /// <summary>Named modules one after the other.</summary>
        /// <param name="modules">The modules in order, each with its name.</param>
        /// <returns>The module (PyTorch: <c>torch.nn.Sequential</c>).</returns>
        public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) =>
            modules.Aggregate(new Sequential(), (sequence, next) => sequence.append(next.name, next.submodule));

        /// <summary>Named modules one after the other.</summary>
        /// <param name="modules">The modules in order, each with its name.</param>
        /// <returns>The module (PyTorch: <c>torch.nn.Sequential</c>).</returns>
        public static Sequential Sequential(IEnumerable<Tuple<string, Module<Tensor, Tensor>>> modules) =>
            Sequential(modules.Select(named => (named.Item1, named.Item2)));

        /// <summary>Modules one after the other, named 0, 1, 2 and so on.</summary>
        /// <param name="modules">The modules in order.</param>
        /// <returns>The module (PyTorch: <c>torch.nn.Sequential</c>).</returns>
        public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) =>
            modules.Aggregate(new Sequential(), (sequence, next) => sequence.append(next));
    }
}
