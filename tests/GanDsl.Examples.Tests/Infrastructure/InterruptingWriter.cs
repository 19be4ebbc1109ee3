namespace GanDsl.Examples.Tests.Infrastructure;

/// <summary>Output that asks for an end once a text has been written: Ctrl-C at a moment that is always the same.</summary>
internal sealed class InterruptingWriter(CancellationTokenSource interruption, string after) : StringWriter
{
    public override void WriteLine(string? value)
    {
        base.WriteLine(value);
        if (value?.Contains(after) == true)
            interruption.Cancel();
    }
}
