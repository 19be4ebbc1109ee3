namespace GanDsl.Endurance.Kills;

/// <summary>What came of killing trainings.</summary>
/// <param name="Kills">How many were killed.</param>
/// <param name="WhileSaving">How many of those while a checkpoint was being written or removed.</param>
/// <param name="Trainings">How many trainings went on to their end, each killed several times.</param>
/// <param name="MostLeft">The most half-written checkpoints that lay in a folder at once.</param>
/// <param name="Failures">A sentence for each thing that went wrong.</param>
public sealed record KillReport(int Kills, int WhileSaving, int Trainings, int MostLeft, IReadOnlyList<string> Failures)
{
    public override string ToString() =>
        string.Join(
            '\n',
            Failures.Prepend(
                $"{Kills} kills, {WhileSaving} of them while a checkpoint was written or removed, in {Trainings} trainings: "
                    + $"{Failures.Count} failures; at most {MostLeft} half-written checkpoint in a folder"
            )
        );
}
