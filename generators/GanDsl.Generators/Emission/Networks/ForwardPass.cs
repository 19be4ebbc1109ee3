using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Emission;

/// <summary>The statements that apply layers one after the other: all in float32, or the products of them in bfloat16.</summary>
internal sealed class ForwardPass
{
    private readonly List<ForwardStatement> statements = [];
    private readonly List<bool> blockStarts = [];
    private readonly bool inBFloat16;

    /// <param name="input">What the input is called.</param>
    /// <param name="layers">The layers in order.</param>
    /// <param name="inBFloat16">Whether products are computed in bfloat16.</param>
    /// <param name="startsInBFloat16">Whether the input already is.</param>
    public ForwardPass(string input, IReadOnlyList<LayerModel> layers, bool inBFloat16, bool startsInBFloat16 = false)
    {
        this.inBFloat16 = inBFloat16;
        (InputIsBFloat16, IsBFloat16) = (startsInBFloat16, startsInBFloat16);
        var x = input;
        foreach (var layer in layers)
        {
            if (layer.NeedsFloat32 && IsBFloat16)
            {
                statements.Add(new($"{x} = {x}.to(float32);", null, layer.Stage));
                IsBFloat16 = false;
                InputIsBFloat16 &= x != input;
            }

            Add(layer, x == input);
            x = layer.Classification is null ? "x" : x;
        }
    }

    public IReadOnlyList<ForwardStatement> Statements => statements;

    /// <summary>Whether what the statements leave in <c>x</c> is bfloat16.</summary>
    public bool IsBFloat16 { get; private set; }

    /// <summary>Whether the input still is bfloat16 after the last statement.</summary>
    public bool InputIsBFloat16 { get; private set; }

    /// <summary>Whether the input of each block among the layers is bfloat16, in their order.</summary>
    public IReadOnlyList<bool> BlockStarts => blockStarts;

    /// <summary>Adds the end of a residual block: the sum with its input, or with what its shortcut makes of that.</summary>
    public void AddResidual(string input, LayerModel? shortcut, Shape output)
    {
        var added = shortcut is null ? input : Expression(shortcut);
        var addedIsBFloat16 = InputIsBFloat16;
        if (shortcut is not null)
        {
            blockStarts.Add(InputIsBFloat16);
            addedIsBFloat16 = After(shortcut, InputIsBFloat16);
        }

        statements.Add(new($"x = x.Plus({added});", output, statements[statements.Count - 1].Stage + 1));
        IsBFloat16 &= addedIsBFloat16;
    }

    private void Add(LayerModel layer, bool isFirst)
    {
        var expression = Expression(layer);
        statements.Add(
            layer.Classification is { } classification
                ? new($"var classLogits = {expression};", new Shape(classification.Classes), layer.Stage)
                : new($"{(isFirst ? "var " : "")}x = {expression};", layer.Output, layer.Stage)
        );
        if (layer.Block is not null)
        {
            blockStarts.Add(IsBFloat16);
        }

        IsBFloat16 = After(layer, IsBFloat16);
    }

    private string Expression(LayerModel layer) =>
        inBFloat16 && layer.ForwardInBFloat16 is { } expression ? expression : layer.Forward;

    private bool After(LayerModel layer, bool before) =>
        inBFloat16 && layer.ForwardInBFloat16 is not null
            ? layer.Block is null || Of(layer.Block, inBFloat16, before).IsBFloat16
            : before && !layer.NeedsFloat32;

    /// <summary>The pass through a block.</summary>
    public static ForwardPass Of(BlockModel block, bool inBFloat16, bool startsInBFloat16)
    {
        var pass = new ForwardPass(BlockUseNames.Input, block.Layers, inBFloat16, startsInBFloat16);
        if (block.IsResidual)
        {
            pass.AddResidual(BlockUseNames.Input, block.Shortcut, block.Layers[block.Layers.Count - 1].Output);
        }

        return pass;
    }
}
