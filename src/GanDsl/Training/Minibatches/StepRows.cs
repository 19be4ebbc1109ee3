using System.ComponentModel;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Divides the rows of a training step among its discriminator steps.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StepRows
{
    /// <summary>m, the rows of each of the <paramref name="discriminatorSteps"/> minibatches in <paramref name="real"/>.</summary>
    /// <param name="real">The real rows.</param>
    /// <param name="discriminatorSteps">k.</param>
    /// <param name="latents">The given latents, or null.</param>
    /// <param name="least">The rows that the networks need at a time: 2 where a layer normalises one value per channel over them.</param>
    /// <param name="packing">The examples that the discriminator judges at once; divides what it is given.</param>
    /// <param name="parts">The equal parts of a minibatch that the networks are given, one after the other.</param>
    /// <exception cref="ArgumentException">The rows cannot be divided, are too few, or the given latents are not m.</exception>
    public static int PerMinibatch(
        Tensor real,
        int discriminatorSteps,
        Tensor? latents,
        int least = 1,
        int packing = 1,
        int parts = 1
    )
    {
        var rows = (int)real.shape[0];
        if (rows == 0 || rows % discriminatorSteps != 0)
        {
            throw new ArgumentException(
                $"A step takes the same number of real rows for each of its {discriminatorSteps} discriminator steps, but was given "
                    + $"{rows}; give it a multiple of {discriminatorSteps}, at least {discriminatorSteps}."
            );
        }

        var perMinibatch = rows / discriminatorSteps;
        if (perMinibatch < least * parts)
        {
            throw new ArgumentException(
                $"A layer normalises one value per channel over the minibatch, so a discriminator step takes at least {least * parts} real "
                    + (
                        parts == 1
                            ? "rows"
                            : $"rows, {least} for each of the {parts} parts whose gradients are accumulated"
                    )
                    + $", but was given {perMinibatch}."
            );
        }

        if (perMinibatch % (packing * parts) != 0)
        {
            throw new ArgumentException(
                $"A discriminator step takes a multiple of {packing * parts} real rows, {Reason(parts, packing)}, but was given "
                    + $"{perMinibatch}."
            );
        }

        if (latents is not null && latents.shape[0] != perMinibatch)
        {
            throw new ArgumentException(
                $"A step on {perMinibatch} real rows for each discriminator step takes {perMinibatch} latents, but was given "
                    + $"{latents.shape[0]}."
            );
        }

        return perMinibatch;
    }

    /// <summary>Why a minibatch is a multiple of parts times packing.</summary>
    internal static string Reason(int parts, int packing) =>
        (parts, packing) switch
        {
            (_, 1) => $"as the gradients of {parts} equal parts are accumulated",
            (1, _) => $"as the discriminator judges {packing} examples at once",
            _ =>
                $"as the gradients of {parts} equal parts are accumulated and the discriminator judges {packing} examples at once",
        };

    /// <summary>Checks that every row has its label.</summary>
    /// <param name="rows">Real rows, or latents.</param>
    /// <param name="labels">The class of each.</param>
    /// <exception cref="ArgumentException">There are more or fewer labels than rows.</exception>
    public static void RequireLabels(Tensor rows, Tensor labels)
    {
        if (labels.shape[0] != rows.shape[0])
        {
            throw new ArgumentException(
                $"Each row takes one label, but there are {rows.shape[0]} rows and {labels.shape[0]} labels; give as many labels as rows."
            );
        }
    }
}
