using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;

namespace GanDsl.Interactive;

/// <summary>
/// The cells that declare GANs. C# cells are scripts, which no source generator sees; these are compiled with the generator as a project
/// would be, and C# cells know their classes from then on.
/// </summary>
internal sealed class GanKernel : Kernel, IKernelCommandHandler<SubmitCode>
{
    /// <summary>What a cell begins with, behind <c>#!</c>.</summary>
    public const string KernelName = "gan";

    private readonly CSharpKernel csharp;
    private readonly NotebookFolder folder = new();
    private int cells;

    public GanKernel(CSharpKernel csharp)
        : base(KernelName)
    {
        this.csharp = csharp;
        KernelInfo.LanguageName = "C#";
        KernelInfo.DisplayName = "GanDsl - declarations of GANs";
        RegisterForDisposal(folder);
    }

    async Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        var cell = await CellCompilation.Of(command.Code, ++cells, context.CancellationToken);
        if (cell.Errors.Count > 0)
        {
            context.Fail(command, message: string.Join(Environment.NewLine, cell.Errors));
            return;
        }

        foreach (var warning in cell.Warnings)
        {
            context.DisplayAs(warning, "text/plain");
        }

        // As scripts refer to files.
        var assembly = folder[cell.AssemblyName + ".dll"];
        File.WriteAllBytes(assembly, cell.Assembly);
        csharp.AddAssemblyReferences([assembly]);

        // A newer alias hides the older one, so a class that is declared again is the new one.
        var aliases = cell.Classes.DistinctBy(OwnName).Select(name => $"using {OwnName(name)} = {name};");
        var result = await csharp.SendAsync(new SubmitCode(string.Concat(aliases)), context.CancellationToken);
        if (result.Events.OfType<CommandFailed>().FirstOrDefault() is { } failure)
        {
            context.Fail(command, message: failure.Message);
        }
    }

    private static string OwnName(string fullName) => fullName[(fullName.LastIndexOf('.') + 1)..];
}
