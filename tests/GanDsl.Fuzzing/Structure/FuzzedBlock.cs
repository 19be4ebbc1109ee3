using System.Text.RegularExpressions;
using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Layers;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Structure;

/// <summary>The use of a block, and the block itself: each is used once.</summary>
/// <param name="Number">Tells blocks apart.</param>
/// <param name="Leading">What is declared of all layers of the block.</param>
/// <param name="Layers">Its layers.</param>
/// <param name="IsResidual">Whether its input is added.</param>
/// <param name="Shortcut">What the input goes through before it is added.</param>
/// <param name="MostParameters">How many of the first numbers in it are parameters of the block.</param>
internal sealed partial record FuzzedBlock(
    int Number,
    IReadOnlyList<FuzzedModifier> Leading,
    IReadOnlyList<FuzzedLayer> Layers,
    bool IsResidual,
    FuzzedBlock? Shortcut,
    int MostParameters
) : FuzzedLayer
{
    private static readonly string[] Parameters = ["First", "Second", "Third", "Fourth"];

    public override string Kind => $"Use<{ClassName}>";

    private string ClassName => $"Block{AttributeText.Of(Number)}";

    public IEnumerable<FuzzedLayer> Leaves =>
        Layers.SelectMany(layer => layer is FuzzedBlock block ? block.Leaves : [layer]).Concat(Shortcut?.Leaves ?? []);

    /// <summary>The classes of the block and of those in it.</summary>
    public string Classes
    {
        get
        {
            var (attributes, _) = Parametrize();
            var residual =
                !IsResidual ? ""
                : Shortcut is null ? ", Residual"
                : $", Residual<{Shortcut.ClassName}>{ArgumentList(Shortcut.Parametrize().Arguments)}";
            return $"[Block{residual}]\n"
                + string.Concat(attributes.Select(attribute => $"[{attribute}]\n"))
                + $"internal class {ClassName};\n\n"
                + string.Concat(Layers.Append(Shortcut).OfType<FuzzedBlock>().Select(block => block.Classes));
        }
    }

    public override long[]? Expect(long[] input) =>
        Layers.Aggregate((long[]?)input, (shape, layer) => shape is null ? null : layer.Expect(shape));

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) => module!.call(x);

    protected override AttributeText Arguments(AttributeText text) => text.Add(Parametrize().Arguments);

    /// <summary>The attributes in the block with some of their first numbers replaced by parameters, and those numbers.</summary>
    private (IReadOnlyList<string> Attributes, IReadOnlyList<int> Arguments) Parametrize()
    {
        var arguments = new List<int>();
        var attributes = new List<string>();
        foreach (
            var text in Leading
                .Select(modifier => modifier.Attribute)
                .Concat(Layers.SelectMany(layer => layer.Attributes))
        )
        {
            var match = FirstNumber().Match(text);
            if (
                match.Success
                && arguments.Count < MostParameters
                && int.TryParse(match.Groups[2].Value, out var number)
            )
            {
                attributes.Add($"{match.Groups[1]}BlockParameter.{Parameters[arguments.Count]}{match.Groups[3]}");
                arguments.Add(number);
            }
            else
            {
                attributes.Add(text);
            }
        }

        return (attributes, arguments);
    }

    private static string ArgumentList(IReadOnlyList<int> arguments) =>
        arguments.Count == 0 ? "" : $"({string.Join(", ", arguments.Select(AttributeText.Of))})";

    /// <summary>A constructor argument in the first place that is a whole number.</summary>
    [GeneratedRegex(@"^([\w<>]+\()(-?\d+)([,)].*)$")]
    private static partial Regex FirstNumber();
}
