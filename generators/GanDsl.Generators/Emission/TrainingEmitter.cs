using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits the training step by the declared update rule, and the loops over it.</summary>
internal sealed class TrainingEmitter : Emitter
{
    public override string Concern => "Training";

    protected override IReadOnlyList<string> Usings =>
        [
            "System",
            "System.Collections.Generic",
            "System.Linq",
            "System.Threading",
            "GanDsl",
            "GanDsl.Training",
            "TorchSharp",
            "static TorchSharp.torch",
            "static TorchSharp.torch.nn",
        ];

    protected override void WriteMembers(SourceWriter writer, GanModel model)
    {
        var rule = UpdateRule.Of(model.Update);
        WriteTrain(writer, model, rule);
        writer.Line();
        WritePublicSteps(writer, model, rule);
        writer.Line();
        writer.Lines(rule.Members(model));
        writer.Line();
        WriteMeasure(writer, model);
    }

    private static void WriteTrain(SourceWriter writer, GanModel model, UpdateRule rule)
    {
        var data = model.Data;
        var sizes = string.Join(", ", data.Shape.Sizes.Select(CodeText.Of));
        writer.Lines(
            $$"""
            private int epoch;{{(model.HasLazyPenalty ? "\nprivate long discriminatorUpdates;" : "")}}

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
            """
        );
    }

    private static void WritePublicSteps(SourceWriter writer, GanModel model, UpdateRule rule)
    {
        var data = model.Data;
        writer.Lines(
            $$"""
            /// <summary>
            /// One training step: {{rule.Summary}}
            /// </summary>
            /// <param name="real">{{rule.RealRows}}</param>
            public TrainingStep Step({{data.Name}} real) => Step(real.Tensor, null);

            /// <summary>One training step with given latents wherever the rule would draw fresh ones.</summary>
            /// <param name="real">{{rule.RealRows}}</param>
            /// <param name="latents">m latents.</param>
            public TrainingStep Step({{data.Name}} real, Latents latents) => Step(real.Tensor, latents.Tensor);
            """
        );
    }

    private static void WriteMeasure(SourceWriter writer, GanModel model)
    {
        writer.Lines(
            $$"""
            private TrainingStep Measure(
                {{PlayerUpdates.DiscriminatorUpdateType(model)}} discriminator,
                (Tensor Loss, Tensor FakeLogits) generator) =>
                new(log.Add(
                    epoch,
                    {{string.Join(
                ",\n        ",
                Measurements.Of(model).Select(measurement => measurement.Expression)
            )}}));
            """
        );
    }
}
