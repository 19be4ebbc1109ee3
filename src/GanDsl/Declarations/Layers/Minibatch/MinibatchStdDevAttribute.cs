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

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Function("minibatch_std_dev", call => call.Add(GroupSize)).With(InPython);

    private static readonly PyTorchDefinition InPython = new(
        "minibatch_std_dev",
        """"
        def minibatch_std_dev(x, group_size):
            """Appends a channel: the mean standard deviation over groups of examples (Karras et al. 2018, section 3)."""
            n = x.size(0)
            group = group_size if n % group_size == 0 else n
            # As in StyleGAN a group is every (n / group)-th example.
            groups = x.reshape(group, n // group, -1)
            centred = groups - groups.mean(0, keepdim=True)
            deviation = (centred.square().mean(0) + 1e-8).sqrt().mean(1)
            channel = deviation.repeat(group).reshape(n, *[1] * (x.dim() - 1))
            return torch.cat([x, channel.expand(n, 1, *x.shape[2:])], dim=1)
        """"
    );
}
