namespace GanDsl.Tests.TorchSharpFaults;

/// <summary>Says what can go when a fault of TorchSharp is no more.</summary>
internal static class Mended
{
    /// <summary>Asserts that the fault is still there.</summary>
    public static void Unless(bool isFaulty, string whatCanGo) =>
        Assert.True(
            isFaulty,
            $"TorchSharp has mended this fault: {whatCanGo} Then take it out of docs/contributing/torchsharp.md, with this test."
        );
}
