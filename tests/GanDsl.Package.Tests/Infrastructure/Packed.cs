namespace GanDsl.Package.Tests.Infrastructure;

/// <summary>The tests that use the packages, which are packed once for all of them.</summary>
[CollectionDefinition(Name)]
public sealed class Packed : ICollectionFixture<Feed>
{
    public const string Name = "packed";
}
