using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>Asks a layer for its output shape, its module and its code.</summary>
internal static class LayerInference
{
    public static (InferredPart? Part, StackFault? Fault) Infer(
        LayerDeclaration declared,
        Shape input,
        string variable,
        bool mayWriteOver,
        LayerNames names,
        Modifiers modifiers
    )
    {
        var layer = declared.Layer;
        if (layer.ArgumentProblems().FirstOrDefault() is { } argumentProblem)
        {
            return (null, new(declared, argumentProblem));
        }

        var result = layer.InferShape(input);
        if (result.Shape is not { } output)
        {
            return (null, new(declared, result.Problem!));
        }

        var parameters = layer.Parameters(input);
        if (Shape.Overflows(output.Sizes) || parameters.Any(parameter => Shape.Overflows(parameter.Sizes)))
        {
            return (null, new(declared, Overflow(input)));
        }

        var module = layer.Module(input);
        var name = module is null ? null : names.NameOf(declared);
        var declaredNorm = modifiers.SpectralNorm(layer);
        var norm = declaredNorm is null || name is null ? null : SpectralNormOf(layer, name, names, declaredNorm);
        var argument = norm?.Beside is { } beside ? $"{variable} / {beside.Name}.call({name}.weight)" : variable;
        var inPlace = mayWriteOver ? layer.ForwardInPlace(argument) : null;
        var model = new LayerModel(
            layer.Kind,
            name,
            declared.Stage,
            module?.Type,
            module?.Construction,
            inPlace ?? layer.Forward(argument, name ?? "", output),
            layer.Onnx(variable, name ?? "", input, output),
            output,
            parameters.Sum(parameter => parameter.ElementCount),
            layer.MultiplyAdds(input, output)
        )
        {
            IsCounted = layer.IsCounted,
            ForwardInBFloat16 =
                layer.Precision == LayerPrecision.BFloat16
                    ? layer.ForwardInBFloat16(argument, name ?? "", output)
                    : null,
            NeedsFloat32 = layer.Precision == LayerPrecision.Float32,
            WritesOver = inPlace is not null,
            KeepsMinibatchStatistics = layer.KeepsMinibatchStatistics,
            ConvolvesMaps = layer is ConvolutionAttribute { SpatialRank: >= 2 },
            Explanation = layer.Explanation,
            ReadsLabels = layer.ReadsLabels,
            Classification = layer is AuxiliaryClassifierAttribute classifier
                ? new(classifier.ClassCount, classifier.LossWeight)
                : null,
            Initializations = new(Initializations(layer, name, parameters, modifiers)),
            SpectralNorm = norm,
            PyTorch = PyTorchInference.Of(layer, input, output, variable, name, declaredNorm, norm),
        };
        return (new InferredLayer(declared, input, model, modifiers), null);
    }

    private static LayerProblem Overflow(Shape input) =>
        new(
            Rule.SizeOverflows,
            null,
            $"its output or a parameter has more than {CodeText.Count(Shape.LargestElementCount)} values for the input {input}; make it smaller"
        );

    private static SpectralNormModel SpectralNormOf(
        LayerAttribute layer,
        string module,
        LayerNames names,
        SpectralNormAttribute norm
    )
    {
        if (layer.Weight?.OutputDimension is not { } dimension)
        {
            return new($"{norm.Request(module)};", null);
        }

        var name = names.Free(module.TrimStart('@') + "SpectralNorm");
        return new(
            $"{name} = {norm.Construction($"{module}.weight", dimension)};",
            new(name, norm.PyTorch($"{PythonNames.Attribute(module)}.weight", dimension))
        );
    }

    /// <summary>The statements that fill the weight and the bias of a layer as declared.</summary>
    private static IEnumerable<string> Initializations(
        LayerAttribute layer,
        string? module,
        IReadOnlyList<LayerParameter> parameters,
        Modifiers modifiers
    )
    {
        if (module is null || layer.Weight is not { } weight)
        {
            yield break;
        }

        if (modifiers.WeightInit(weight) is { } init)
        {
            foreach (var name in weight.Names)
            {
                yield return init.FillWeight(weight.Expression(module, name)) + ";";
            }
        }

        if (modifiers.BiasInit(weight) is { } ofBias && parameters.Any(parameter => parameter.Name == "bias"))
        {
            yield return ofBias.FillBias(weight.Expression(module, "bias")) + ";";
        }
    }
}
