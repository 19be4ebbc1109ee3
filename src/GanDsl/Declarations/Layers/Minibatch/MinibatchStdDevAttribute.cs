namespace GanDsl;

/// <summary>
/// Adds a channel that tells how much the examples of a minibatch differ: the standard deviation of every value over a group of examples,
/// averaged over all values. It lets the discriminator see that a generator gives one sample only. Paper: Karras et al. 2018, section 3.
/// PyTorch has no such layer.
/// </summary>
/// <remarks>
/// Input: <c>[N, C, …]</c>. Output: <c>[N, C + 1, …]</c>. As in StyleGAN a group is as many examples as <c>groupSize</c> says, or N where
/// there are fewer; where groups do not divide N evenly, the whole minibatch is one group.
/// </remarks>
/// <param name="groupSize">The number of examples that are compared with each other. Default: 4.</param>
public sealed class MinibatchStdDevAttribute(int groupSize = 4) : LayerAttribute
{
    /// <summary>The number of examples that are compared with each other.</summary>
    public int GroupSize { get; } = groupSize;

    internal override bool CouplesExamples => true;

    internal override IEnumerable<LayerProblem> ArgumentProblems() => ArgumentCheck.AtLeast(1, "groupSize", GroupSize);

    internal override ShapeResult InferShape(Shape input) => input.WithFirst(input[0] + 1);

    internal override IEnumerable<LayerProblem> Remarks(Shape input, Shape output) =>
        GroupSize > 1
            ? []
            :
            [
                LayerProblem.UnusualArgument(
                    "groupSize",
                    GroupSize,
                    "at least 2",
                    "one example does not differ from itself",
                    Mend.Set(Kind, ArgumentChange.Parameter("groupSize", 0, "4"))
                ),
            ];

    internal override string Forward(string x, string module, Shape output) =>
        $"LayerFunctions.MinibatchStdDev({x}, {CodeText.Of(GroupSize)})";

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        $"graph.MinibatchStdDev({x}, {CodeText.Of(GroupSize)}, {CallText.List(input)})";
}
