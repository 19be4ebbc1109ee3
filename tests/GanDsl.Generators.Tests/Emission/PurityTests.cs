using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace GanDsl.Generators.Tests.Emission;

/// <summary>The generator cannot depend on what it does not know: the clock, the time zone, chance, the current directory, the machine.</summary>
public class PurityTests
{
    private static readonly string[] Unknown =
    [
        "System.AppContext",
        "System.AppDomain",
        "System.DateTime",
        "System.DateTimeOffset",
        "System.Diagnostics.Process",
        "System.Diagnostics.Stopwatch",
        "System.Environment",
        "System.Guid",
        "System.IO.*",
        "System.Net.*",
        "System.Random",
        "System.Runtime.InteropServices.RuntimeInformation",
        "System.Security.Cryptography.*",
        "System.TimeZone",
        "System.TimeZoneInfo",
    ];

    [Fact]
    public void The_generator_refers_to_no_state_of_the_machine() =>
        Assert.DoesNotContain(ReferredTypes(typeof(GanGenerator)), IsUnknown);

    [Fact]
    public void The_search_finds_what_these_tests_refer_to() =>
        Assert.Contains("System.IO.File", ReferredTypes(typeof(PurityTests)).Where(IsUnknown));

    private static IEnumerable<string> ReferredTypes(Type type)
    {
        using var file = new PEReader(File.OpenRead(type.Assembly.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata
                .TypeReferences.Select(metadata.GetTypeReference)
                .Select(each => $"{metadata.GetString(each.Namespace)}.{metadata.GetString(each.Name)}"),
        ];
    }

    private static bool IsUnknown(string type) =>
        Unknown.Contains(type) || Unknown.Contains(type[..type.LastIndexOf('.')] + ".*");
}
