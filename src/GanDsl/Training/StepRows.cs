using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Divides the rows of a training step among its discriminator steps.</summary>
public static class StepRows
{
    /// <summary>m, the rows of each of the <paramref name="discriminatorSteps"/> minibatches in <paramref name="real"/>.</summary>
    /// <exception cref="ArgumentException">The rows cannot be divided, or the given latents are not m.</exception>
    public static int PerMinibatch(Tensor real, int discriminatorSteps, Tensor? latents)
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
        if (latents is not null && latents.shape[0] != perMinibatch)
        {
            throw new ArgumentException(
                $"A step on {perMinibatch} real rows for each discriminator step takes {perMinibatch} latents, but was given "
                    + $"{latents.shape[0]}."
            );
        }

        return perMinibatch;
    }
}
