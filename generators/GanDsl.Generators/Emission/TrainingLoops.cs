using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits the loops over training steps: over a data set, over examples in memory, over a sampler.</summary>
internal static class TrainingLoops
{
    public static string Members(GanModel model, UpdateRule rule)
    {
        // A conditional GAN trains on the same, and the class of each example goes along.
        string IfLabeled(string part, string without = "") => model.IsConditional ? part : without;

        var data = model.Data;
        var range = CodeText.Of(data.Range);
        var classes = CodeText.Of(model.ClassCount ?? 0);
        var inMemory = $"new BatchExamples(data, {range}, \"the given {data.Noun}\")";
        return $$"""
            /// <summary>
            /// Trains on shuffled minibatches of a data set, one training step for each element that is asked for; rows that do not
            /// fill a step are left out of the epoch. Stopping early leaves nothing behind; training again goes on from there.
            /// </summary>
            /// <param name="data">Examples {{data.Shape}}{{IfLabeled($" and the class of each, below {classes}")}}.</param>
            /// <param name="epochs">How often to go through the data; null for <see cref="Options.Epochs"/>.</param>
            /// <param name="cancellationToken">Ends training before the next step with an <see cref="OperationCanceledException"/>.</param>
            /// <exception cref="GanException">The data have another shape{{IfLabeled(
                " or more classes"
            )}}, or are too few to fill one step.</exception>
            public IEnumerable<TrainingStep> Train({{IfLabeled("Labeled")}}Dataset data, int? epochs = null, CancellationToken cancellationToken = default) =>
                TrainOn(data, epochs, cancellationToken);

            /// <summary>Trains on {{data.Noun}} in memory; otherwise as for a data set.</summary>
            /// <param name="data">The {{data.Noun}}; they still belong to the caller.</param>{{IfLabeled(
                "\n/// <param name=\"labels\">The class of each; they still belong to the caller.</param>"
            )}}
            /// <param name="epochs">How often to go through the data; null for <see cref="Options.Epochs"/>.</param>
            /// <param name="cancellationToken">Ends training before the next step with an <see cref="OperationCanceledException"/>.</param>
            /// <exception cref="GanException">The data are too few to fill one step, {{IfLabeled(
                "not finite, or not as many as the labels",
                without: "or not finite"
            )}}.</exception>
            public IEnumerable<TrainingStep> Train({{data.Name}} data, {{IfLabeled("Labels labels, ")}}int? epochs = null, CancellationToken cancellationToken = default) =>
                {{IfLabeled(
                $"Train(\n        new LabeledDataset({inMemory}, labels.ToArray()),\n        epochs, cancellationToken)",
                without: $"Train({inMemory}, epochs, cancellationToken)"
            )}};

            /// <summary>Trains on fresh examples from a sampler, which has no epochs.</summary>
            /// <param name="sampler">Answers that many examples {{data.Shape}}{{IfLabeled(" and the class of each [N]")}}.</param>
            /// <param name="steps">The number of training steps; null for <see cref="Options.Steps"/>.</param>
            /// <param name="cancellationToken">Ends training before the next step with an <see cref="OperationCanceledException"/>.</param>
            /// <exception cref="GanException">No number of steps is given, or the sampler answers something else than asked.</exception>
            public IEnumerable<TrainingStep> Train(Func<int, {{IfLabeled(
                "(Tensor Examples, Tensor Labels)",
                without: "Tensor"
            )}}> sampler, int? steps = null, CancellationToken cancellationToken = default)
            {
                var source = new StreamingSource(realExamples, sampler, {{rule.RowsPerStep}});
                return TrainOn(source, steps, cancellationToken);
            }

            private IEnumerable<TrainingStep> TrainOn(Dataset data, int? epochs, CancellationToken cancellationToken)
            {
                var minibatches = new Minibatches(realExamples, data, {{rule.RowsPerStep}}, Settings.Seed);
                OptionCheck.AtLeast(1, epochs ?? Settings.Epochs, nameof(epochs));
                var steps = TrainEpochs(minibatches, epochs ?? Settings.Epochs, cancellationToken);
                return Settings.Steps is { } limit ? steps.Take(limit) : steps;
            }

            private IEnumerable<TrainingStep> TrainOn(StreamingSource source, int? steps, CancellationToken cancellationToken) =>
                TrainSteps(source, OptionCheck.StepsOfSampler(steps ?? Settings.Steps), cancellationToken);

            private IEnumerable<TrainingStep> TrainEpochs(Minibatches minibatches, int epochs, CancellationToken cancellationToken)
            {
                for (var begun = 0; begun < epochs; begun++)
                {
                    epoch++;
                    foreach (var minibatch in minibatches.Epoch(epoch, cancellationToken))
                    {
                        yield return StepOn(minibatch);
                    }
                }
            }

            private IEnumerable<TrainingStep> TrainSteps(StreamingSource source, int steps, CancellationToken cancellationToken)
            {
                for (var step = 0; step < steps; step++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return StepOn(source.Draw());
                }
            }

            /// <summary>A step on a minibatch that is checked and on the device, and is used up.</summary>
            private TrainingStep StepOn(Minibatch minibatch)
            {
                using (minibatch)
                {
                    return Step(minibatch.Examples, {{IfLabeled("minibatch.Labels!, ")}}null);
                }
            }
            """;
    }
}
