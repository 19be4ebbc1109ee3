using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>Infers the layers of a block for one of its uses.</summary>
internal static class BlockInference
{
    /// <returns>The block, or the fault in it, or neither where the compiler reports one of its attributes.</returns>
    public static (InferredPart? Part, StackFault? Fault) Infer(
        BlockUse use,
        Shape input,
        string variable,
        LayerNames names,
        Modifiers modifiers,
        CancellationToken cancellation
    )
    {
        var (block, fault) = InferAs(use, names.NameOf(use), input, variable, names, modifiers, cancellation);
        return (block, fault);
    }

    private static (InferredBlock? Block, StackFault? Fault) InferAs(
        BlockUse use,
        string name,
        Shape input,
        string variable,
        LayerNames around,
        Modifiers modifiers,
        CancellationToken cancellation
    )
    {
        var block = use.Block;
        var type = around.TypeOf(block.Name);
        var names = around.Within(type, block.Stack, block.Shortcut is null ? [] : [BlockUseNames.Shortcut]);
        var stack = StackInference.Infer(block.Stack, input, BlockUseNames.Input, names, modifiers, cancellation);
        if (stack.Fault is not null)
        {
            return (null, new(use, stack.Fault.Problem, stack));
        }

        if (!block.Stack.IsReadable || stack.Parts.Count < block.Stack.Parts.Count)
        {
            return (null, null);
        }

        var (shortcut, fault) = block.Shortcut is null
            ? (null, null)
            : ShortcutOf(block.Shortcut, input, names, modifiers.Then(block.Stack.Modifiers), cancellation);
        if (block.Shortcut is not null && shortcut is null)
        {
            return (null, fault is null ? null : new(use, fault.Problem, new(stack.Parts, fault)));
        }

        var (output, added) = (stack.Parts[stack.Parts.Count - 1].Output, shortcut?.Output ?? input);
        if (block.IsResidual && !output.Equals(added))
        {
            return (null, new(use, UnequalShapes(output, added, shortcut is not null), stack));
        }

        return (
            new(use, input, ToModel(use, name, type, input, variable, stack, shortcut), stack.Parts, shortcut),
            null
        );
    }

    private static (InferredBlock? Block, StackFault? Fault) ShortcutOf(
        BlockUse shortcut,
        Shape input,
        LayerNames names,
        Modifiers modifiers,
        CancellationToken cancellation
    ) => InferAs(shortcut, BlockUseNames.Shortcut, input, BlockUseNames.Input, names, modifiers, cancellation);

    private static LayerProblem UnequalShapes(Shape output, Shape added, bool hasShortcut) =>
        new(
            Rule.ResidualShapes,
            null,
            $"its layers give {output}, but {(hasShortcut ? "its shortcut gives" : "its input, which is added to that, is")} {added}; "
                + (
                    hasShortcut
                        ? "change one of them so that both agree"
                        : "change its layers so that they keep the shape, or give it a shortcut: [Residual<Shortcut>(…)]"
                )
        );

    private static LayerModel ToModel(
        BlockUse use,
        string name,
        string type,
        Shape input,
        string variable,
        InferredStack stack,
        InferredBlock? shortcut
    )
    {
        var layers = stack.Parts.Select(part => part.Model).ToList();
        var all = shortcut is null ? layers : [.. layers, shortcut.Model];
        var arguments = all.Any(layer => layer.ReadsLabels) ? $"{variable}, labels" : variable;
        return new(
            use.Kind,
            name,
            use.Stage,
            type,
            "new()",
            $"{name}.call({arguments})",
            $"{name}.ToOnnx(graph, {arguments})",
            layers[layers.Count - 1].Output,
            Count.Sum(all.Select(layer => layer.ParameterCount)),
            Count.Sum(all.Select(layer => layer.MultiplyAdds))
        )
        {
            IsCounted = all.All(layer => layer.IsCounted),
            ReadsLabels = all.Any(layer => layer.ReadsLabels),
            ForwardInBFloat16 = all.Any(layer => layer.ForwardInBFloat16 is not null)
                ? $"{name}.ForwardInBFloat16({arguments})"
                : null,
            NeedsFloat32 = all.All(layer => layer.ForwardInBFloat16 is null) && all.Any(layer => layer.NeedsFloat32),
            PyTorch = PyTorchInference.OfBlock(name, arguments),
            Block = new(type, BlockText(use), input, new(layers), use.Block.IsResidual, shortcut?.Model),
        };
    }

    private static string BlockText(BlockUse use) =>
        use.Block.Arguments.Count == 0
            ? use.Kind
            : $"{use.Kind}({string.Join(", ", use.Block.Arguments.Select(argument => CodeText.Of(argument)))})";
}
