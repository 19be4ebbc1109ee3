namespace GanDsl.Tests.PyTorch;

/// <summary>The scripts that lie beside the tests.</summary>
internal static class PythonFiles
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "PyTorch", name);
}
