using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits the loops over training steps: over a data set, over examples in memory, over a sampler.</summary>
internal static class TrainingLoops
{
    public static string Members(GanModel model, UpdateRule rule) =>
        model.IsConditional ? WithLabels(model, rule) : WithoutLabels(model, rule);

    private static string WithoutLabels(GanModel model, UpdateRule rule)
    {
        var data = model.Data;
        var sizes = Sizes(data);
        return $$"""
            /// <summary>
            /// Trains on shuffled minibatches of a data set, one training step for each element that is asked for; rows that do not
            /// fill a step are left out of the epoch. Stopping early leaves nothing behind; training again goes on from there.
            /// </summary>
            /// <param name="data">Examples {{data.Shape}}.</param>
            /// <param name="epochs">How often to go through the data; null for <see cref="Options.Epochs"/>.</param>
            /// <param name="cancellationToken">Ends training before the next step with an <see cref="OperationCanceledException"/>.</param>
            /// <exception cref="GanException">The data have another shape, or are too few to fill one step.</exception>
            public IEnumerable<TrainingStep> Train(Dataset data, int? epochs = null, CancellationToken cancellationToken = default)
            {
                var minibatches = new Minibatches(
                    nameof({{model.Name}}),
                    data,
                    [{{sizes}}],
                    {{CodeText.Of(data.Range)}},
                    {{rule.RowsPerStep}},
                    Settings.Seed);
                OptionCheck.AtLeast(1, epochs ?? Settings.Epochs, nameof(epochs));
                var steps = TrainEpochs(minibatches, epochs ?? Settings.Epochs, cancellationToken);
                return Settings.Steps is { } limit ? steps.Take(limit) : steps;
            }

            /// <summary>Trains on {{data.Noun}} in memory; otherwise as for a data set.</summary>
            /// <param name="data">The {{data.Noun}}; they still belong to the caller.</param>
            /// <param name="epochs">How often to go through the data; null for <see cref="Options.Epochs"/>.</param>
            /// <param name="cancellationToken">Ends training before the next step with an <see cref="OperationCanceledException"/>.</param>
            /// <exception cref="GanException">The data are too few to fill one step, or not finite.</exception>
            public IEnumerable<TrainingStep> Train({{data.Name}} data, int? epochs = null, CancellationToken cancellationToken = default) =>
                Train(new BatchExamples(data, {{CodeText.Of(
                data.Range
            )}}, "the given {{data.Noun}}"), epochs, cancellationToken);

            /// <summary>Trains on fresh examples from a sampler, which has no epochs.</summary>
            /// <param name="sampler">Answers that many examples {{data.Shape}}.</param>
            /// <param name="steps">The number of training steps; null for <see cref="Options.Steps"/>.</param>
            /// <param name="cancellationToken">Ends training before the next step with an <see cref="OperationCanceledException"/>.</param>
            /// <exception cref="GanException">No number of steps is given, or the sampler answers something else than asked.</exception>
            public IEnumerable<TrainingStep> Train(Func<int, Tensor> sampler, int? steps = null, CancellationToken cancellationToken = default)
            {
                var source = new StreamingSource(sampler, [{{sizes}}], {{rule.RowsPerStep}});
                return TrainSteps(source, OptionCheck.StepsOfSampler(steps ?? Settings.Steps), cancellationToken);
            }

            private IEnumerable<TrainingStep> TrainEpochs(Minibatches minibatches, int epochs, CancellationToken cancellationToken)
            {
                for (var last = epoch + epochs; epoch < last; )
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

            private TrainingStep StepOn(Tensor minibatch)
            {
                using var owned = minibatch;
                using var real = new {{data.Name}}(owned);
                return Step(real);
            }
            """;
    }

    private static string WithLabels(GanModel model, UpdateRule rule)
    {
        var data = model.Data;
        var sizes = Sizes(data);
        var classes = CodeText.Of(model.ClassCount!.Value);
        return $$"""
            /// <summary>
            /// Trains on shuffled minibatches of a data set, one training step for each element that is asked for; rows that do not
            /// fill a step are left out of the epoch. Stopping early leaves nothing behind; training again goes on from there.
            /// </summary>
            /// <param name="data">Examples {{data.Shape}} and the class of each, below {{classes}}.</param>
            /// <param name="epochs">How often to go through the data; null for <see cref="Options.Epochs"/>.</param>
            /// <param name="cancellationToken">Ends training before the next step with an <see cref="OperationCanceledException"/>.</param>
            /// <exception cref="GanException">The data have another shape or more classes, or are too few to fill one step.</exception>
            public IEnumerable<TrainingStep> Train(LabeledDataset data, int? epochs = null, CancellationToken cancellationToken = default)
            {
                var minibatches = new LabeledMinibatches(
                    nameof({{model.Name}}),
                    data,
                    [{{sizes}}],
                    {{CodeText.Of(data.Range)}},
                    {{classes}},
                    {{rule.RowsPerStep}},
                    Settings.Seed);
                OptionCheck.AtLeast(1, epochs ?? Settings.Epochs, nameof(epochs));
                var steps = TrainEpochs(minibatches, epochs ?? Settings.Epochs, cancellationToken);
                return Settings.Steps is { } limit ? steps.Take(limit) : steps;
            }

            /// <summary>Trains on {{data.Noun}} in memory; otherwise as for a data set.</summary>
            /// <param name="data">The {{data.Noun}}; they still belong to the caller.</param>
            /// <param name="labels">The class of each; they still belong to the caller.</param>
            /// <param name="epochs">How often to go through the data; null for <see cref="Options.Epochs"/>.</param>
            /// <param name="cancellationToken">Ends training before the next step with an <see cref="OperationCanceledException"/>.</param>
            /// <exception cref="GanException">The data are too few to fill one step, not finite, or not as many as the labels.</exception>
            public IEnumerable<TrainingStep> Train({{data.Name}} data, Labels labels, int? epochs = null, CancellationToken cancellationToken = default) =>
                Train(
                    new LabeledDataset(new BatchExamples(data, {{CodeText.Of(
                data.Range
            )}}, "the given {{data.Noun}}"), labels.ToArray()),
                    epochs, cancellationToken);

            /// <summary>Trains on fresh examples from a sampler, which has no epochs.</summary>
            /// <param name="sampler">Answers that many examples {{data.Shape}} and the class of each [N].</param>
            /// <param name="steps">The number of training steps; null for <see cref="Options.Steps"/>.</param>
            /// <param name="cancellationToken">Ends training before the next step with an <see cref="OperationCanceledException"/>.</param>
            /// <exception cref="GanException">No number of steps is given, or the sampler answers something else than asked.</exception>
            public IEnumerable<TrainingStep> Train(Func<int, (Tensor Examples, Tensor Labels)> sampler, int? steps = null, CancellationToken cancellationToken = default)
            {
                var source = new LabeledStreamingSource(sampler, [{{sizes}}], {{rule.RowsPerStep}});
                return TrainSteps(source, OptionCheck.StepsOfSampler(steps ?? Settings.Steps), cancellationToken);
            }

            private IEnumerable<TrainingStep> TrainEpochs(LabeledMinibatches minibatches, int epochs, CancellationToken cancellationToken)
            {
                for (var last = epoch + epochs; epoch < last; )
                {
                    epoch++;
                    foreach (var (examples, labels) in minibatches.Epoch(epoch, cancellationToken))
                    {
                        yield return StepOn(examples, labels);
                    }
                }
            }

            private IEnumerable<TrainingStep> TrainSteps(LabeledStreamingSource source, int steps, CancellationToken cancellationToken)
            {
                for (var step = 0; step < steps; step++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var (examples, labels) = source.Draw();
                    yield return StepOn(examples, labels);
                }
            }

            private TrainingStep StepOn(Tensor minibatch, Tensor minibatchLabels)
            {
                using var owned = minibatch;
                using var ownedLabels = minibatchLabels;
                using var real = new {{data.Name}}(owned);
                using var labels = new Labels(ownedLabels);
                return Step(real, labels);
            }
            """;
    }

    private static string Sizes(BatchModel data) => string.Join(", ", data.Shape.Sizes.Select(CodeText.Of));
}
