using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits the loops over training steps: over a data set, over examples in memory, over a sampler.</summary>
internal static class TrainingLoops
{
    public static string Members(GanModel model, UpdateRule rule)
    {
        // A conditional GAN trains on the same, and the class of each example goes along.
        string IfLabeled(string part, string without = "") => model.IsConditional ? part : without;

        var (noun, batch, shape) = (model.Data.Noun, model.Data.Name, model.Data.Shape);
        var range = CodeText.Of(model.Data.Range);
        var schedule = rule.DiscriminatorSchedule(model);
        var kOfMinibatch = model.DiscriminatorSchedule is null ? "" : ", minibatch.Count / Settings.BatchSize";
        var dataset = IfLabeled("LabeledDataset", without: "Dataset");
        var classes = IfLabeled($" and the class of each, below {CodeText.Of(model.ClassCount ?? 0)}");
        var orMoreClasses = IfLabeled(" or more classes");
        var labelsOfData = IfLabeled(
            "/// <param name=\"labels\">The class of each; they still belong to the caller.</param>"
        );
        var orNotAsLabels = IfLabeled("not finite, or not as many as the labels", without: "or not finite");
        var labelParameter = IfLabeled("Labels labels, ");
        var inMemory = $"new BatchExamples(data, {range}, \"the given {noun}\")";
        var examples = IfLabeled($"new LabeledDataset({inMemory}, labels.ToArray())", without: inMemory);
        var drawnClasses = IfLabeled(" and the class of each [N]");
        var drawn = IfLabeled("(Tensor Examples, Tensor Labels)", without: "Tensor");
        var minibatchLabels = IfLabeled("minibatch.Labels!, ");
        return Code.Of(
            $$"""
            /// <summary>
            /// Trains on shuffled minibatches of a data set, one training step for each element that is asked for; rows that do not
            /// fill a step are left out of the epoch. Stopping early leaves nothing behind; training again
            /// begins another epoch, or goes on in the middle of one where a checkpoint was loaded.
            /// </summary>
            /// <param name="data">Examples {{shape}}{{classes}}.</param>
            /// <param name="epochs">How often to go through the data; null for <see cref="Options.Epochs"/>.</param>
            /// <param name="cancellationToken">Ends training before the next step with an <see cref="OperationCanceledException"/>.</param>
            /// <exception cref="GanException">The data have another shape{{orMoreClasses}}, or are too few to fill one step.</exception>
            public IEnumerable<TrainingStep> Train({{dataset}} data, int? epochs = null, CancellationToken cancellationToken = default) =>
                TrainOn(data, epochs, cancellationToken);

            /// <summary>Trains on {{noun}} in memory; otherwise as for a data set.</summary>
            /// <param name="data">The {{noun}}; they still belong to the caller.</param>
            {{labelsOfData}}
            /// <param name="epochs">How often to go through the data; null for <see cref="Options.Epochs"/>.</param>
            /// <param name="cancellationToken">Ends training before the next step with an <see cref="OperationCanceledException"/>.</param>
            /// <exception cref="GanException">The data are too few to fill one step, {{orNotAsLabels}}.</exception>
            public IEnumerable<TrainingStep> Train({{batch}} data, {{labelParameter}}int? epochs = null, CancellationToken cancellationToken = default) =>
                Train({{examples}}, epochs, cancellationToken);

            /// <summary>Trains on fresh examples from a sampler, which has no epochs.</summary>
            /// <param name="sampler">Answers that many examples {{shape}}{{drawnClasses}}; training disposes what it answers.</param>
            /// <param name="steps">The number of training steps; null for <see cref="Options.Steps"/>.</param>
            /// <param name="cancellationToken">Ends training before the next step with an <see cref="OperationCanceledException"/>.</param>
            /// <exception cref="GanException">No number of steps is given, or the sampler answers something else than asked.</exception>
            public IEnumerable<TrainingStep> Train(Func<int, {{drawn}}> sampler, int? steps = null, CancellationToken cancellationToken = default)
            {
                var source = new StreamingSource(use.IfOpen(realData), sampler, {{schedule}}, Settings.BatchSize, Settings.Seed);
                return TrainOn(source, steps, cancellationToken);
            }

            private IEnumerable<TrainingStep> TrainOn(Dataset data, int? epochs, CancellationToken cancellationToken)
            {
                var minibatches = new Minibatches(use.IfOpen(realData), data, {{schedule}}, Settings.BatchSize, Settings.Seed);
                OptionCheck.AtLeast(1, epochs ?? Settings.Epochs, nameof(epochs));
                return TrainEpochs(minibatches, epochs ?? Settings.Epochs, cancellationToken);
            }

            private IEnumerable<TrainingStep> TrainOn(StreamingSource source, int? steps, CancellationToken cancellationToken) =>
                TrainSteps(source, OptionCheck.StepsOfSampler(steps ?? Settings.Steps), cancellationToken);

            private IEnumerable<TrainingStep> TrainEpochs(Minibatches minibatches, int epochs, CancellationToken cancellationToken)
            {
                var training = progress.BeginTraining();
                while (progress.MayStep(training, Settings.Steps) && progress.BeginEpoch(epochs))
                {
                    // From the middle of an epoch where a checkpoint was loaded.
                    foreach (var minibatch in minibatches.Epoch(progress, cancellationToken))
                    {
                        yield return StepOn(minibatch);
                        if (!progress.MayStep(training, Settings.Steps))
                        {
                            yield break;
                        }
                    }
                }
            }

            private IEnumerable<TrainingStep> TrainSteps(StreamingSource source, int steps, CancellationToken cancellationToken)
            {
                var training = progress.BeginTraining();
                source.GoOnFrom(progress);
                while (progress.MayStep(training, steps))
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
                    var step = Step(minibatch.Examples, {{minibatchLabels}}givenLatents: null{{kOfMinibatch}});
                    progress.CountStepOfTraining(minibatch.Count);
                    return step;
                }
            }
            """
        );
    }
}
