using System.ComponentModel;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// What the real examples of a GAN have to be, wherever they come from, and their way onto its device: checked once, converted once,
/// moved once.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RealDataAdapter : IDisposable
{
    private readonly string model;
    private readonly long[] exampleShape;
    private readonly Device device;
    private readonly Extremes values = new();
    private readonly Extremes labels = new();

    /// <summary>States what is declared.</summary>
    /// <param name="model">The name of the GAN, for messages.</param>
    /// <param name="exampleShape">The declared shape of one example, without N.</param>
    /// <param name="range">The declared range of the values.</param>
    /// <param name="classes">The declared number of classes; null where examples have no labels.</param>
    /// <param name="device">Where the examples are needed.</param>
    public RealDataAdapter(string model, long[] exampleShape, ValueRange range, int? classes, Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        this.model = model;
        this.exampleShape = exampleShape;
        this.device = device;
        Range = range;
        Classes = classes;
    }

    internal ValueRange Range { get; }

    internal int? Classes { get; }

    /// <summary>Real rows as a training step takes them: the tensor itself, or a new one in the current dispose scope.</summary>
    /// <param name="real">The rows, which still belong to the caller.</param>
    /// <exception cref="ArgumentException">The rows have another shape.</exception>
    /// <exception cref="GanException">
    /// A value is not finite or out of range. On a GPU only the first rows are seen before they are learnt from; later ones are looked at
    /// without waiting, and what is wrong is said some steps later.
    /// </exception>
    public Tensor Adapt(Tensor real)
    {
        ArgumentNullException.ThrowIfNull(real);
        if (BatchRefusal.Of($"A step of {model} takes", real.dtype, real.shape, exampleShape) is { } refusal)
        {
            throw new ArgumentException(refusal, nameof(real));
        }

        return Adapt(real, "Step was given");
    }

    /// <summary>Labels as a training step takes them: the tensor itself, or a new one in the current dispose scope.</summary>
    /// <param name="real">The rows, which still belong to the caller.</param>
    /// <exception cref="ArgumentException">There are none, or they are no classes.</exception>
    public Tensor AdaptLabels(Minibatch real)
    {
        ArgumentNullException.ThrowIfNull(real);
        if (real.Labels is null)
        {
            throw new ArgumentException(
                $"{model} learns classes, but the minibatch has no labels: give the class of each row."
            );
        }

        return AdaptLabels(real.Labels);
    }

    /// <inheritdoc cref="AdaptLabels(Minibatch)"/>
    public Tensor AdaptLabels(Tensor labels)
    {
        RequireLabels(labels);
        return OnDevice(labels);
    }

    /// <summary>Given latents as a training step takes them: the tensor itself, or a new one in the current dispose scope.</summary>
    public Tensor AdaptLatents(Tensor latents) => OnDevice(latents);

    /// <summary>A minibatch on the device, from one that is used up.</summary>
    /// <param name="answer">What a data set or a sampler answered; its tensors are disposed or handed on.</param>
    /// <param name="rows">How many examples were asked for.</param>
    /// <param name="source">Who answers, as the subject of a sentence.</param>
    /// <exception cref="GanException">It is not what was asked for.</exception>
    internal Minibatch TakeOver(Minibatch answer, int rows, string source)
    {
        using var scope = NewDisposeScope();
        var (examples, labels) = (answer.Examples, answer.Labels);
        try
        {
            RequireAlive(examples, source);
            RequireAnswer(examples, rows, source);
            var adapted = Adapt(examples, source + " answered");
            var classes = Classes is null ? null : OnDevice(AnsweredLabels(labels, rows, source));
            Release(examples, adapted);
            Release(labels, classes);
            return new(adapted.DetachFromDisposeScope(), classes?.DetachFromDisposeScope());
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    /// <summary>Forgets what was seen on the device.</summary>
    public void Dispose()
    {
        values.Dispose();
        labels.Dispose();
    }

    /// <summary>Checks that steps of so many rows can be taken on a data set.</summary>
    /// <exception cref="GanException">The data have another shape or range, no labels or more classes, or are fewer than <paramref name="rows"/>.</exception>
    internal void Require(Dataset data, int rows)
    {
        data.EnsureFits(model, exampleShape, Range, rows);
        if (Classes is { } classes)
        {
            RequireLabels(data, classes);
        }
    }

    private void RequireLabels(Dataset data, int classes)
    {
        if (data.Labels is not { } labels)
        {
            throw new GanException(
                $"{model} learns classes, but {data.Description} have no labels: join them with the class of each in a LabeledDataset."
            );
        }

        DatasetLabels.Require(data, labels, model, classes);
    }

    private void RequireAnswer(Tensor examples, int rows, string source)
    {
        long[] asked = [rows, .. exampleShape];
        if (!examples.shape.AsSpan().SequenceEqual(asked))
        {
            throw new GanException(
                $"{source} was asked for {ShapeText.Of(asked)} and answered {ShapeText.Of(examples.shape)}; answer one row "
                    + $"for each example asked for, in the declared data shape{Remedy(examples.shape)}."
            );
        }
    }

    private string Remedy(long[] shape) => shape.Length == 0 ? "" : ShapeRemedy.OfExamples(shape[1..], exampleShape);

    private Tensor AnsweredLabels(Tensor? answered, int rows, string source)
    {
        if (answered is null)
        {
            throw new GanException($"{source} answered examples without labels; answer the class of each beside them.");
        }

        RequireAlive(answered, source);
        if (LabelRefusal.Of($"{model}.Labels", answered, Classes!.Value, labels) is { } refusal)
        {
            throw new GanException($"{source} answered labels that are none: {refusal}");
        }

        return answered.shape[0] == rows
            ? answered
            : throw new GanException(
                $"{source} answered {rows} examples and {answered.shape[0]} labels; answer one for each."
            );
    }

    private void RequireLabels(Tensor given)
    {
        if (LabelRefusal.Of($"{model}.Labels", given, Classes!.Value, labels) is { } refusal)
        {
            throw new ArgumentException(refusal);
        }
    }

    private static void RequireAlive(Tensor tensor, string source)
    {
        if (tensor.IsInvalid)
        {
            throw new GanException(
                $"{source} answered a tensor that is disposed, as a step disposes what it has learnt from; answer a new one each time, such "
                    + "as tensor.clone()."
            );
        }
    }

    /// <summary>The examples in the type of the networks on their device, once their values are known to be right.</summary>
    private Tensor Adapt(Tensor examples, string whoGave)
    {
        // Arithmetic in .NET is in double precision, and so is what a sampler makes of it.
        var type = get_default_dtype();
        var converted = examples.dtype == type ? examples : examples.to(type);
        if (values.Next(converted) is { } extremes && ExampleValues.Complaint(extremes, Range) is { } complaint)
        {
            throw new GanException($"{whoGave} {complaint}");
        }

        return OnDevice(converted);
    }

    private Tensor OnDevice(Tensor tensor) => OrdinaryTensor.Of(DeviceCopy.Begin(tensor, device));

    /// <summary>Disposes a tensor that another one has taken the place of.</summary>
    private static void Release(Tensor? used, Tensor? successor)
    {
        if (!ReferenceEquals(used, successor))
        {
            used?.Dispose();
        }
    }
}
