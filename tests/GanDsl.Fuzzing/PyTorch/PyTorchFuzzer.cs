using GanDsl.Fuzzing.Differential;

namespace GanDsl.Fuzzing.PyTorch;

/// <summary>Draws declarations and writes those that work for Python, which has to compute the same.</summary>
public static class PyTorchFuzzer
{
    private const int CasesPerBuild = 40;

    /// <summary>Writes a folder for each declaration that works.</summary>
    /// <param name="run">Which to draw.</param>
    /// <param name="folder">Where to write to.</param>
    public static void Export(FuzzRun run, string folder)
    {
        PyTorchExport.Folder = folder;
        try
        {
            foreach (var numbers in run.Numbers.Chunk(CasesPerBuild))
            {
                _ = new DeclarationRunner(run.Seed).Run(numbers, _ => { }).Count();
            }
        }
        finally
        {
            PyTorchExport.Folder = null;
        }
    }
}
