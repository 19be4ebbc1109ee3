using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Modules;

/// <summary>Parameters that live as long as their module, even where it is created within a dispose scope.</summary>
internal static class OwnParameter
{
    public static Parameter Of(Tensor values) => (Parameter)new Parameter(values).DetachFromDisposeScope();
}
