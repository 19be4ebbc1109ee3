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
    /// <param name="declaredNorm">What is declared to normalise its weights, if anything.</param>
    /// <param name="norm">What that becomes.</param>
    public static PyTorchModel Of(
        LayerAttribute layer,
        Shape input,
        Shape output,
        string variable,
        string? name,
        SpectralNormAttribute? declaredNorm,
        SpectralNormModel? norm
    )
    {
        var python = layer.PyTorch(input, output);
        if (declaredNorm is not null && norm is { Beside: null })
        {
            python = python.Normalized(declaredNorm);
        }

        var module = name is null ? "" : PythonNames.Attribute(name);
        var argument = norm?.Beside is { } beside
            ? $"{variable} / {PythonNames.Attribute(beside.Name)}({module}.weight)"
            : variable;
        return new(
            python.Construction,
            python.Forward(argument, module),
            new([
                .. python.Definitions,
                .. norm is null ? Array.Empty<PyTorchDefinition>() : [SpectralNormAttribute.InPython],
            ])
        );
    }

    /// <summary>The call of a block.</summary>
    public static PyTorchModel OfBlock(string name, string arguments) =>
        new(null, $"{PythonNames.Attribute(name)}({arguments})", new([]));
}
