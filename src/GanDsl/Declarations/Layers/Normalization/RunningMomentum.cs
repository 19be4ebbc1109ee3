namespace GanDsl;

/// <summary>What normalisations with running statistics say of their momentum, which Keras counts the other way round.</summary>
internal static class RunningMomentum
{
    /// <summary>Above this the statistics are those of the last minibatch or two.</summary>
    private const double Most = 0.5;

    public static IEnumerable<LayerProblem> Remarks(string kind, double momentum)
    {
        if (momentum <= Most)
        {
            return [];
        }

        var complement = Math.Round(1 - momentum, 10);
        return
        [
            LayerProblem.UnusualArgument(
                "Momentum",
                momentum,
                "at most 0.5",
                "it is the weight of the new minibatch, so the running statistics are hardly more than that; a Keras momentum of "
                    + $"{CodeText.Of(momentum)} is Momentum = {CodeText.Of(complement)} here",
                [
                    .. complement > 0
                        ? [Mend.Set(kind, ArgumentChange.Property("Momentum", CodeText.Of(complement)))]
                        : Array.Empty<Mend>(),
                    Mend.Set(kind, ArgumentChange.Removal("Momentum")),
                ]
            ),
        ];
    }
}
