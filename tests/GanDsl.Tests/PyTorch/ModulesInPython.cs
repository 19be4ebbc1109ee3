using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.PyTorch;

/// <summary>Every declared GAN, once here and once in Python: one process for all of them.</summary>
public sealed class ModulesInPython : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly Dictionary<string, Dictionary<string, Tensor>> expected = [];

    public ModulesInPython()
    {
        if (Python.Missing is not null)
        {
            return;
        }

        foreach (var type in Types)
        {
            using var gan = new ExportedGan(type);
            expected[type.FullName!] = gan.Write(folder[type.FullName!]);
        }

        Python.Run(PythonFiles.PathOf("run_modules.py"), folder.FullName);
    }

    /// <summary>The GANs without mistakes.</summary>
    internal static IEnumerable<Type> Types => DeclaredGans.All.Where(type => type != typeof(Models.MisdeclaredGan));

    /// <summary>What the networks of a GAN compute here.</summary>
    internal IReadOnlyDictionary<string, Tensor> Expected(string gan) => expected[gan];

    /// <summary>What they compute in Python; fails with Python's own message where it could not.</summary>
    internal SafeTensors Found(string gan)
    {
        var error = PathOf(gan, "error.txt");
        Assert.False(File.Exists(error), File.Exists(error) ? File.ReadAllText(error) : "");
        return SafeTensors.Read(PathOf(gan, "outputs.safetensors"));
    }

    /// <summary>A file of a GAN.</summary>
    internal string PathOf(string gan, string file) => Path.Combine(folder[gan], file);

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }
}
