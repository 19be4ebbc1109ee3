namespace GanDsl.Tests;

/// <summary>A test that runs Python with PyTorch and is skipped where there is none.</summary>
internal sealed class PyTorchTheoryAttribute : TheoryAttribute
{
    public PyTorchTheoryAttribute() => Skip = Python.Missing;
}
