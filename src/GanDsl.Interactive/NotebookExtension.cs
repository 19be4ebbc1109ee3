using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.CSharp;

namespace GanDsl.Interactive;

/// <summary>
/// Makes GANs at home in polyglot notebooks: cells that begin with <c>#!gan</c> declare them, and batches and training steps are shown as
/// pictures, plots and tables. <c>#r "nuget: GanDsl.Interactive"</c> loads it.
/// </summary>
public static class NotebookExtension
{
    /// <summary>Adds the kernel of declarations and the formatters. Loading it again changes nothing.</summary>
    /// <param name="kernel">The root of the notebook's kernels.</param>
    /// <exception cref="GanException">There is no C# kernel, or nothing that others can be added to.</exception>
    public static void Load(Kernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        if (kernel is not CompositeKernel root)
        {
            throw new GanException(
                $"GanDsl.Interactive is loaded into a notebook's kernel, which others can be added to, but this is a {kernel.GetType().Name}."
            );
        }

        if (root.FindKernelByName(GanKernel.KernelName) is not null)
        {
            return;
        }

        if (root.ChildKernels.OfType<CSharpKernel>().FirstOrDefault() is not { } csharp)
        {
            throw new GanException("GanDsl.Interactive needs the C# kernel beside it, which this notebook has not.");
        }

        root.Add(new GanKernel(csharp));
        GanFormatter.Register();
        BatchFormatters.Register();
        StepFormatters.Register();
    }
}
