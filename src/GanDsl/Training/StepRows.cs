using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Divides the rows of a training step among its discriminator steps.</summary>
public static class StepRows
{
    /// <summary>m, the rows of each of the <paramref name="discriminatorSteps"/> minibatches in <paramref name="real"/>.</summary>
    /// <param name="real">The real rows.</param>
    /// <param name="discriminatorSteps">k.</param>
    /// <param name="latents">The given latents, or null.</param>
    /// <param name="least">The rows that a minibatch needs: 2 where a layer normalises one value per channel over it.</param>
    /// <param name="packing">The examples that the discriminator judges at once; divides a minibatch.</param>
    /// <exception cref="ArgumentException">The rows cannot be divided, are too few, or the given latents are not m.</exception>
    public static int PerMinibatch(Tensor real, int discriminatorSteps, Tensor? latents, int least = 1, int packing = 1)
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
        if (perMinibatch < least)
        {
            throw new ArgumentException(
                $"A layer normalises one value per channel over the minibatch, so a discriminator step takes at least {least} real rows, "
                    + $"but was given {perMinibatch}."
            );
        }

        if (perMinibatch % packing != 0)
        {
            throw new ArgumentException(
                $"The discriminator judges {packing} examples at once, so a discriminator step takes a multiple of {packing} real rows, "
                    + $"but was given {perMinibatch}."
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

    /// <summary>Checks that every real row has its label.</summary>
    /// <param name="real">The real rows.</param>
    /// <param name="labels">The class of each.</param>
    /// <exception cref="ArgumentException">There are more or fewer labels than rows.</exception>
    public static void RequireLabels(Tensor real, Tensor labels)
    {
        if (labels.shape[0] != real.shape[0])
        {
            throw new ArgumentException(
                $"A step takes one label for each real row, but was given {real.shape[0]} rows and {labels.shape[0]} labels."
            );
        }
    }
}
