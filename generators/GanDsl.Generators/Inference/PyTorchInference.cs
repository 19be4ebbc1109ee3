using GanDsl.Generators.Models;

namespace GanDsl.Generators.Inference;

/// <summary>Asks a layer for its form in Python.</summary>
internal static class PyTorchInference
{
    /// <param name="layer">The layer.</param>
    /// <param name="input">The shape of its input.</param>
    /// <param name="output">The shape of its output.</param>
    /// <param name="variable">What its input is called.</param>
    /// <param name="name">The name of its module, where it has one.</param>
    /// <param name="norm">What normalises its weight, if anything.</param>
    public static PyTorchModel Of(
        LayerAttribute layer,
        Shape input,
        Shape output,
        string variable,
        string? name,
        SpectralNormModel? norm
    )
    {
        var python = layer.PyTorch(input, output);
        var module = name is null ? "" : PythonNames.Attribute(name);
        var argument = norm is null ? variable : $"{variable} / {PythonNames.Attribute(norm.Name)}({module}.weight)";
        return new(
            python.Construction,
            python.Forward(argument, module),
            new([
                .. python.Definition is { } definition ? [definition] : Array.Empty<PyTorchDefinition>(),
                .. norm is null ? Array.Empty<PyTorchDefinition>() : [SpectralNormAttribute.InPython],
            ])
        );
    }

    /// <summary>The call of a block.</summary>
    public static PyTorchModel OfBlock(string name, string arguments) =>
        new(null, $"{PythonNames.Attribute(name)}({arguments})", new([]));
}
