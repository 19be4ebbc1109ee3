using GanDsl.Generators.Models;

namespace GanDsl.Generators.Tests.Inference;

/// <summary>The list of losses names each class once.</summary>
public class LossCatalogTests
{
    [Fact]
    public void Every_loss_is_listed() =>
        Assert.Equal(
            typeof(LossDefinition)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(LossDefinition)) && !type.IsAbstract && type != typeof(OwnLoss))
                .Select(type => type.Name)
                .Order(StringComparer.Ordinal),
            LossDefinition.Catalog.Select(loss => loss.GetType().Name).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_member_of_the_enumeration_has_one() =>
        Assert.Equal(
            Enum.GetValues<GanLoss>().Cast<GanLoss?>().Order(),
            LossDefinition.Catalog.Select(loss => loss.Loss).Order()
        );
}
