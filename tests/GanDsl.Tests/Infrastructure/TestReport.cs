using System.Globalization;
using Xunit.Abstractions;

namespace GanDsl.Tests;

/// <summary>Writes what happens to each test, its name before it begins: native code that ends the process says nothing itself.</summary>
internal sealed class TestReport : LongLivedMarshalByRefObject, IMessageSink, IDisposable
{
    private int passed;
    private int failed;
    private int skipped;

    public ManualResetEventSlim Ended { get; } = new();

    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestStarting starting:
                Write($"{starting.Test.DisplayName} ...");
                break;
            case ITestPassed test:
                passed++;
                Write(string.Create(CultureInfo.InvariantCulture, $"  passed in {test.ExecutionTime:F2} s"));
                break;
            case ITestSkipped test:
                skipped++;
                Write($"  skipped: {test.Reason}");
                break;
            case IFailureInformation failure:
                // Of a test, or of what is made and taken down around tests.
                failed++;
                Write($"  FAILED: {Xunit.Sdk.ExceptionUtility.CombineMessages(failure)}");
                Write(Xunit.Sdk.ExceptionUtility.CombineStackTraces(failure));
                break;
            case ITestAssemblyFinished:
                Ended.Set();
                break;
        }

        return true;
    }

    /// <summary>Writes the totals.</summary>
    /// <returns>The exit code.</returns>
    public int Summarize()
    {
        Write($"{passed} passed, {failed} failed, {skipped} skipped");
        return failed == 0 ? 0 : 1;
    }

    public void Dispose() => Ended.Dispose();

    private static void Write(string? line)
    {
        Console.WriteLine(line);
        Console.Out.Flush();
    }
}
