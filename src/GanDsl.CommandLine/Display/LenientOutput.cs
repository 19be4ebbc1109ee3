using System.Text;

namespace GanDsl.CommandLine;

/// <summary>
/// Takes the place of the console's output until it is disposed, and leaves aside what cannot be shown: a terminal that was closed, or a log
/// whose disk is full, is no reason to end a training.
/// </summary>
internal sealed class LenientOutput : TextWriter
{
    private readonly TextWriter usual = Console.Out;

    public LenientOutput() => Console.SetOut(this);

    public override Encoding Encoding => usual.Encoding;

    public override void Write(char value) => Attempt(() => usual.Write(value));

    public override void Write(char[] buffer, int index, int count) => Attempt(() => usual.Write(buffer, index, count));

    public override void Write(string? value) => Attempt(() => usual.Write(value));

    public override void WriteLine(string? value) => Attempt(() => usual.WriteLine(value));

    public override void Flush() => Attempt(usual.Flush);

    protected override void Dispose(bool disposing)
    {
        Flush();
        Console.SetOut(usual);
    }

    private static void Attempt(Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException) { }
    }
}
