using static TorchSharp.torch;

namespace GanDsl.Modules;

/// <summary>A module that divides its weights by their largest singular values itself, where it is told to.</summary>
internal interface ISpectrallyNormalized
{
    /// <summary>The modules that hold its weights, and what each weight is divided by; null where it is not.</summary>
    IEnumerable<(nn.Module Layer, SpectralNorm? Norm)> SpectralNorms { get; }
}
