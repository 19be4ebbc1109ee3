using System.ComponentModel;
using System.Reflection;

namespace GanDsl.Generators.Tests.Documentation;

/// <summary>Most public types of the namespace GanDsl.Training serve emitted code alone, and editors do not offer them.</summary>
public class CompletionTests
{
    /// <summary>What users write or read themselves.</summary>
    private static readonly string[] Offered =
    [
        "AdamOptimizer",
        "AdamWOptimizer",
        "AdaptiveAugmentation",
        "DiffAugment",
        "DiscriminatorSchedule",
        "HostMemory",
        "Measurement",
        "Optimizer",
        "RmsPropOptimizer",
        "SgdOptimizer",
        "StepRecord",
    ];

    [Fact]
    public void Editors_offer_of_the_training_helpers_only_what_users_need() =>
        Assert.Equal(
            Offered,
            Assembly
                .Load(nameof(GanDsl))
                .GetExportedTypes()
                .Where(type => type is { Namespace: "GanDsl.Training", IsNested: false } && !IsHidden(type))
                .Select(type => type.Name)
                .Order(StringComparer.Ordinal)
        );

    private static bool IsHidden(Type type) =>
        type.GetCustomAttribute<EditorBrowsableAttribute>()?.State == EditorBrowsableState.Never;
}
