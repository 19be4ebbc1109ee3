namespace GanDsl;

/// <summary>
/// Whether the training step of a GAN on a GPU is recorded as a CUDA graph and replayed: hundreds of launches become one, which is what a
/// small GAN spends most of its time on. The numbers are those of ordinary steps.
/// </summary>
/// <remarks>PyTorch: <c>torch.cuda.CUDAGraph</c>.</remarks>
public enum GanCudaGraph
{
    /// <summary>
    /// Where it is known to be right: on a GPU, with a libtorch that is known, and where neither a module nor the loss is the user's own, which may
    /// do something else each time it is called. Elsewhere steps are ordinary ones.
    /// </summary>
    Automatic,

    /// <summary>
    /// With modules and a loss of the user's own, too, which have to do the same each time they are called. A GAN on a device without is refused; a step
    /// that turns out not to be recordable is taken as an ordinary one, and so are all others.
    /// </summary>
    On,

    /// <summary>Every step is an ordinary one.</summary>
    Off,
}
