using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits what training goes on from after the process has ended.</summary>
internal sealed class CheckpointEmitter : Emitter
{
    public override string Concern => "Checkpoint";

    protected override IReadOnlyList<string> Usings => ["global::GanDsl"];

    protected override void WriteMembers(SourceWriter writer, GanModel model)
    {
        var name = model.Name;
        var lines = Code.Lines([
            .. ArchitectureLines.Of("generator", model.Generator).Select(Quoted),
            .. ArchitectureLines.Of("discriminator", model.Discriminator).Select(Quoted),
        ]);
        var average = model.Average is null ? "" : "[\"generator_average\"] = AveragedG,";
        var augmentation = model.Augmentation is { Adapts: true } ? "Augmentation = augmentation," : "";
        var classCounts = model.CountsClasses ? "ClassCounts = classCounts," : "";
        var noise = model.DrawsPenaltyNoise ? "[\"penalty noise\"] = penaltyNoise," : "";
        writer.Lines(
            $$"""
            /// <summary>The layers of both networks; a checkpoint of others is refused.</summary>
            private static readonly string[] Architecture =
            [
                {{lines}}
            ];

            /// <summary>All that the next training step depends on besides the data.</summary>
            private TrainingState State =>
                new(nameof({{name}}), Architecture, Settings, progress)
                {
                    Networks = new()
                    {
                        ["generator"] = G,
                        ["discriminator"] = D,
                        {{average}}
                    },
                    Optimizers = new()
                    {
                        ["generator_optimizer"] = GeneratorOptimizer,
                        ["discriminator_optimizer"] = DiscriminatorOptimizer,
                    },
                    RandomSources = new()
                    {
                        ["training latents"] = trainingLatents,
                        ["sample latents"] = sampleLatents,
                        {{noise}}
                    },
                    {{augmentation}}
                    {{classCounts}}
                };

            /// <summary>
            /// Saves all that training goes on from, with the same bits as if it had never stopped: weights, optimisers, random numbers and
            /// the place in the data.
            /// </summary>
            /// <param name="path">The folder; a checkpoint that is there is replaced once the new one is complete.</param>
            /// <param name="score">How good the GAN is, lower being better; null where nobody judged it.</param>
            /// <exception cref="GanException">The folder cannot be written or holds other files, or a weight is not finite; all that was there is as it was.</exception>
            public void SaveCheckpoint(string path, double? score = null)
            {
                using var turn = use.Enter();
                Checkpoint.Save(path, State, score);
            }

            /// <summary>
            /// Goes on from what <see cref="SaveCheckpoint"/> has saved: the next call of Train is the rest of the last one, so its epochs and
            /// steps count from the beginning of that one, and where that had come to its end, it takes none; a loop over Train that is under way
            /// cannot go on. Nothing changes where the checkpoint is refused.
            /// </summary>
            /// <param name="path">The folder.</param>
            /// <exception cref="GanException">The checkpoint cannot be read, is damaged, or is that of another architecture.</exception>
            public void LoadCheckpoint(string path)
            {
                using var turn = use.Enter();
                Checkpoint.Load(path, State);
            }
            """
        );
    }

    private static string Quoted(string line) => CodeText.Of(line) + ",";
}
