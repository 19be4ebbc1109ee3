using GanDsl.Generators.Inference;
using GanDsl.Generators.Rules.Errors;
using GanDsl.Generators.Tests.Infrastructure;
using GanDsl.Generators.Tests.Models;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Tests.Inference;

/// <summary>The names that no class of a declaration can have are those of the members that are generated.</summary>
public class ClassNameTests
{
    [Fact]
    public void What_is_generated_for_a_gan_is_taken()
    {
        (string Declaration, string Name)[] gans =
        [
            (DeclaredGans.Digits, "Demo.DigitGan"),
            (DeclaredGans.Ring, "Demo.Points.RingGan"),
            (DeclaredGans.Nested, "Outer+event"),
            (RegularizedGans.Critic, "Demo.CriticGan"),
            (RegularizedGans.Packed, "Demo.PackedGan"),
            (RegularizedGans.Scheduled, "Demo.ScheduledGan"),
            (RegularizedGans.Accumulated, "Demo.AccumulatedGan"),
            (RegularizedGans.AccumulatedSharedFakes, "Demo.AccumulatedSharedFakesGan"),
            (RegularizedGans.AccumulatedSimultaneous, "Demo.AccumulatedSimultaneousGan"),
            (RegularizedGans.Augmented, "Demo.AugmentedGan"),
            (ConditionalGans.Projected, "Demo.ProjectedGan"),
            (ConditionalGans.Auxiliary, "Demo.AuxiliaryGan"),
        ];
        string[] declared = ["Generator", "Discriminator", "Net", "Critic", "Images", "Signals", "Points", "UpBlock"];

        Assert.Equal(
            ClassNames.OfGan.Order(StringComparer.Ordinal),
            gans.SelectMany(gan => Members(gan.Declaration, gan.Name)).Except(declared).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void What_is_generated_for_a_network_is_taken() =>
        Assert.Equal(
            ReservedNames.OfNetwork.Order(StringComparer.Ordinal),
            Members(ConditionalGans.Auxiliary, "Demo.AuxiliaryGan+Discriminator")
                .Union(Members(ConditionalGans.Auxiliary, "Demo.AuxiliaryGan+Generator"))
                .Where(IsNoLayer)
                .Order(StringComparer.Ordinal)
        );

    private static IEnumerable<string> Members(string declaration, string type) =>
        GeneratorRun
            .On(declaration)
            .Output.GetTypeByMetadataName(type)!
            .GetMembers()
            .Where(member => member.CanBeReferencedByName)
            .Select(member => member.Name)
            .Distinct();

    private static bool IsNoLayer(string member) => !(char.IsLower(member[0]) && char.IsDigit(member[^1]));
}
