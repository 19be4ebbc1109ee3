using System.Reflection;
using TorchSharp;

namespace GanDsl.LibTorch.Tests.Conformance;

public class ConformanceTests
{
    private static readonly string[] Known =
    [
        // The same options under two names: they share one implementation, and nobody takes one for the other.
        "TorchSharp.Modules.AdamW+Options: derives from TorchSharp.Modules.Adam+Options only here",
    ];

    [TorchSharpFact]
    public void Every_public_member_is_one_of_TorchSharp()
    {
        var theirs = TorchSharpAssembly.Load();
        var comparer = new ApiComparer();
        foreach (var type in typeof(torch).Assembly.GetTypes().Where(IsApi))
        {
            comparer.Compare(type, theirs.GetType(type.FullName!));
        }

        var differences = comparer.Differences.Except(Known).ToArray();
        Assert.True(differences.Length == 0, string.Join('\n', differences));
        Assert.Equal([], Known.Except(comparer.Differences));
    }

    private static bool IsApi(Type type) =>
        ApiLookup.IsVisible(type) && type.FullName!.StartsWith(nameof(TorchSharp), StringComparison.Ordinal);
}
