using System.Globalization;

namespace GanDsl;

/// <summary>The lines of C# in a model card that run the model.</summary>
internal static class ModelCardCode
{
    public static IEnumerable<string> Lines(string file, OnnxGraph graph)
    {
        var names = graph.Inputs.Select(input => input.Value.Name).ToList();
        return
        [
            "using Microsoft.ML.OnnxRuntime;",
            "using Microsoft.ML.OnnxRuntime.Tensors;",
            "",
            $"using var session = new InferenceSession(\"{file}\");",
            .. graph.Inputs.Select(Creation),
            $"using var results = session.Run([{string.Join(", ", names.Select(name => $"NamedOnnxValue.CreateFromTensor(\"{name}\", {name})"))}]);",
            $"var {graph.Outputs[0].Value.Name} = results[0].AsTensor<float>(); // [1{Sizes(graph.Outputs[0])}]",
        ];
    }

    private static string Creation(OnnxPort input) =>
        input.Value.Type == OnnxType.Int64
            ? $"var {input.Value.Name} = new DenseTensor<long>([1]);"
            : $"var {input.Value.Name} = new DenseTensor<float>([1{Sizes(input)}]); // to be filled";

    private static string Sizes(OnnxPort port) =>
        string.Concat(port.Sizes.Select(size => ", " + size.ToString(CultureInfo.InvariantCulture)));
}
