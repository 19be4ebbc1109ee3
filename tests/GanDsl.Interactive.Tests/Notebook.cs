using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;

namespace GanDsl.Interactive.Tests;

/// <summary>The kernels of a notebook, in this process.</summary>
internal sealed class Notebook : IDisposable
{
    private readonly CompositeKernel root;

    public Notebook()
    {
        var csharp = new CSharpKernel().UseKernelHelpers();
        root = new CompositeKernel { csharp };
        root.DefaultKernelName = csharp.Name;

        // What #r "nuget: …" loads.
        csharp.AddAssemblyReferences([
            typeof(GanAttribute).Assembly.Location,
            typeof(ImageGrid).Assembly.Location,
            typeof(NotebookExtension).Assembly.Location,
            typeof(ToyData.GaussianMixture).Assembly.Location,
            typeof(TorchSharp.torch).Assembly.Location,
        ]);
        NotebookExtension.Load(root);
    }

    /// <summary>What a cell shows, as HTML; fails where the cell does.</summary>
    public async Task<IReadOnlyList<string>> Run(string cell)
    {
        var result = await root.SendAsync(new SubmitCode(cell));
        var failure = result.Events.OfType<CommandFailed>().FirstOrDefault();
        Assert.True(failure is null, $"{cell}\n{failure?.Message}");
        return [.. Shown(result)];
    }

    /// <summary>Why a cell fails.</summary>
    public async Task<string> Refusal(string cell)
    {
        var result = await root.SendAsync(new SubmitCode(cell));
        return Assert.Single(result.Events.OfType<CommandFailed>()).Message;
    }

    /// <summary>Loads the extension once more.</summary>
    public void LoadAgain() => NotebookExtension.Load(root);

    public void Dispose() => root.Dispose();

    private static IEnumerable<string> Shown(KernelCommandResult result) =>
        result.Events.OfType<DisplayEvent>().SelectMany(each => each.FormattedValues).Select(value => value.Value);
}
