using System.Text;
using GanDsl.CommandLine;

namespace GanDsl.Examples.Tests;

/// <summary>What cannot be shown is left aside.</summary>
public sealed class LenientOutputTests
{
    [Fact]
    public void A_terminal_that_is_gone_ends_nothing()
    {
        var usual = Console.Out;
        var closed = new ClosedWriter();
        Console.SetOut(closed);
        try
        {
            var console = Console.Out;
            using (new LenientOutput())
            {
                Console.WriteLine("a line");
                Console.Write('c');
                Console.Write("{0} {1}", 1, 2);
                Console.Write(new char[2], 0, 2);
                Console.Out.Flush();
            }

            Assert.Same(console, Console.Out);
            Assert.Throws<IOException>(() => Console.WriteLine("a line"));
            Assert.True(closed.Attempts > 5);
        }
        finally
        {
            Console.SetOut(usual);
        }
    }

    private sealed class ClosedWriter : TextWriter
    {
        public int Attempts { get; private set; }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            Attempts++;
            throw new IOException("Input/output error");
        }

        public override void Flush()
        {
            Attempts++;
            throw new IOException("Input/output error");
        }
    }
}
