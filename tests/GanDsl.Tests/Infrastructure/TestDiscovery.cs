using Xunit.Abstractions;

namespace GanDsl.Tests;

/// <summary>Gathers the tests that xunit finds.</summary>
internal sealed class TestDiscovery : LongLivedMarshalByRefObject, IMessageSink, IDisposable
{
    public List<ITestCase> Cases { get; } = [];

    public ManualResetEventSlim Ended { get; } = new();

    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestCaseDiscoveryMessage found:
                Cases.Add(found.TestCase);
                break;
            case IDiscoveryCompleteMessage:
                Ended.Set();
                break;
        }

        return true;
    }

    public void Dispose() => Ended.Dispose();
}
