using System.Text;

namespace GanDsl.Generators.Emission;

/// <summary>Writes indented Python.</summary>
internal sealed class PythonWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    public PythonWriter Line(string line = "")
    {
        if (line.Length > 0)
        {
            text.Append(' ', 4 * depth).Append(line);
        }

        text.Append('\n');
        return this;
    }

    /// <summary>Writes a header that ends in a colon; what follows is indented until the answer is disposed.</summary>
    public IDisposable Block(string header)
    {
        Line(header);
        depth++;
        return new BlockEnd(this);
    }

    public override string ToString() => text.ToString();

    private sealed class BlockEnd(PythonWriter writer) : IDisposable
    {
        public void Dispose() => writer.depth--;
    }
}
