using System.ComponentModel;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// Keeps what training steps measure on the device, a page at a time. Numbers leave the device when somebody reads them or when
/// their page is full, so that training does not wait for each step, and memory stays the same however long it runs.
/// </summary>
/// <param name="measurements">The numbers that one step measures.</param>
/// <param name="device">Where they are measured.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StepLog(int measurements, Device device) : IDisposable
{
    private const int StepsPerPage = 64;

    private StepLogPage page = new(StepsPerPage, measurements, device);
    private int row;

    /// <summary>Adds the next step.</summary>
    /// <param name="progress">Where training is; the step is counted.</param>
    /// <param name="numbers">What the step measured: a vector on the device, which is copied.</param>
    public StepMeasurements Add(TrainingProgress progress, Tensor numbers)
    {
        if (row == StepsPerPage)
        {
            page.Fetch();
            page = new StepLogPage(StepsPerPage, measurements, device);
            row = 0;
        }

        page.Write(row, numbers);
        progress.CountStep();
        return new StepMeasurements(progress.Step, progress.Epoch, page, row++);
    }

    /// <summary>
    /// Fetches what is still on the device, so that steps can be read after the GAN is gone. Where that fails, as on a GPU that has stopped, it is
    /// given up: the rest of the GAN is yet to be freed.
    /// </summary>
    public void Dispose() => page.FetchOrGiveUp();
}
