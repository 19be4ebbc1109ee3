namespace GanDsl.Tests;

/// <summary>A test that runs Python with PyTorch and is skipped where there is none.</summary>
internal sealed class PyTorchFactAttribute : FactAttribute
{
    public PyTorchFactAttribute() => Skip = Python.Missing;
}
