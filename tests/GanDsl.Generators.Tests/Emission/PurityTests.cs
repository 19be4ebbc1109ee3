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
        "System.Environment.*",
        "System.Guid",
        "System.IO.*",
        "System.Net.*",
        "System.Random",
        "System.Runtime.InteropServices.RuntimeInformation",
        "System.Security.Cryptography.*",
        "System.TimeZone",
        "System.TimeZoneInfo",
    ];

    /// <summary>What the compiler puts into every iterator.</summary>
    private const string OfIterators = "System.Environment.get_CurrentManagedThreadId";

    [Fact]
    public void The_generator_refers_to_no_state_of_the_machine() =>
        Assert.DoesNotContain(References(typeof(GanGenerator)), IsUnknown);

    [Fact]
    public void The_search_finds_what_these_tests_refer_to() =>
        Assert.Contains("System.IO.File", References(typeof(PurityTests)).Where(IsUnknown));

    /// <summary>The types and their members that the assembly of a type refers to.</summary>
    private static IEnumerable<string> References(Type type)
    {
        using var file = new PEReader(File.OpenRead(type.Assembly.Location));
        var metadata = file.GetMetadataReader();
        var members = metadata
            .MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member =>
                $"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}"
            );
        return
        [
            .. metadata.TypeReferences.Select(handle => NameOf(metadata, handle)),
            .. members.Where(member => member != OfIterators),
        ];
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    private static bool IsUnknown(string type) =>
        Unknown.Contains(type) || Unknown.Contains(type[..type.LastIndexOf('.')] + ".*");
}
