namespace TorchSharp;

/// <summary>The functions of PyTorch's module <c>torch</c>, by its names.</summary>
public static partial class torch { }
