using GanDsl.Generators.Inference;
using GanDsl.Generators.Rules.Errors;
using GanDsl.Generators.Tests.Diagnostics;
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
        var penalties = Penalties.Select(penalty => penalty.Name);

        Assert.Equal(
            ClassNames.OfGan.Order(StringComparer.Ordinal),
            gans.SelectMany(gan => Members(gan.Declaration, gan.Name))
                .Except([.. declared, .. penalties])
                .Order(StringComparer.Ordinal)
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

    public static TheoryData<string> Kinds => [.. Penalties.Select(penalty => penalty.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_name_of_a_penalty_is_taken_where_it_is_declared(string kind)
    {
        var name = Penalties.Single(penalty => penalty.Kind == kind).Name;
        GeneratorRun Run(string penalty) =>
            GeneratorRun.On(
                Declaration.WithGan($"[Gan, Latent(64), Image(1, 28, 28){penalty}]").Replace("SmallGan", name)
            );

        Assert.Contains(await Run($", {kind}(10)").AnalyzerDiagnosticsAsync(), each => each.Id == "GAN0115");
        var without = Run("");
        Assert.Empty(await without.AnalyzerDiagnosticsAsync());
        Assert.Empty(without.CompilerDiagnostics());
    }

    private static IEnumerable<PenaltyAttribute> Penalties =>
        typeof(PenaltyAttribute)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(PenaltyAttribute)))
            .Select(type => (PenaltyAttribute)Activator.CreateInstance(type, 10.0)!);

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
