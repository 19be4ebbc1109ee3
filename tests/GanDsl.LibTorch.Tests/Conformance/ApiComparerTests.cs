namespace GanDsl.LibTorch.Tests.Conformance;

/// <summary>That the comparison finds what it is there to find.</summary>
public class ApiComparerTests
{
    [Fact]
    public void Finds_nothing_in_a_slice_of_the_same() => Assert.Empty(Differences(typeof(Slice), typeof(Original)));

    [Fact]
    public void Finds_a_missing_type() => Assert.Contains("no such type", Differences(typeof(Slice), null).Single());

    [Theory]
    [InlineData("Renamed(System.Int32): parameter count is called number there")]
    [InlineData("Defaulted(System.Int32): parameter count has default 1, there 2")]
    [InlineData("Optional(System.Int32): parameter count has default 1, there none")]
    [InlineData("Spread(System.Int32[]): parameter counts is params only on one side")]
    [InlineData("Retyped(System.Int32): no such member")]
    [InlineData("Passed(ref System.Int32): no such member")]
    [InlineData("Hidden(): no such member")]
    [InlineData("Widened(): is public only here")]
    [InlineData("Returned(): returns System.Int32, there System.Int64")]
    [InlineData("Shared(): is static only on one side")]
    [InlineData("Opened(): can be overridden only here")]
    [InlineData("Nulled(System.String): parameter text is Nullable, there NotNull")]
    [InlineData("Nullable(): is Nullable, there NotNull")]
    [InlineData("NotNull(): is NotNull, there Nullable")]
    [InlineData("Constrained``1(): type parameter T has other constraints")]
    [InlineData("op_Explicit(", "): System.Int32: no such member")]
    [InlineData("Property: is System.Int32, there System.Int64")]
    [InlineData("Settable.set: no such accessor")]
    [InlineData("Missing: no such property")]
    [InlineData("Field: can be set only here")]
    [InlineData("Constant: has another value")]
    [InlineData("Secret: is visible only here")]
    [InlineData(".ctor(System.Int32): no such member")]
    [InlineData("is System.IDisposable only here")]
    [InlineData("derives from System.EventArgs only here")]
    public void Finds(params string[] parts) =>
        Assert.Contains(
            Differences(typeof(Wrong), typeof(Original)),
            difference => parts.All(part => difference.Contains(part, StringComparison.Ordinal))
        );

    [Fact]
    public void Finds_what_can_be_derived_from_only_here() =>
        Assert.Contains("can be derived from only here", Differences(typeof(Unsealed), typeof(Sealed)).Single());

    [Fact]
    public void Finds_another_number_of_an_enum() =>
        Assert.Contains(
            Differences(typeof(OurNumbers), typeof(TheirNumbers)),
            difference => difference.EndsWith("Two: has another value", StringComparison.Ordinal)
        );

    private static IReadOnlyList<string> Differences(Type ours, Type? theirs)
    {
        var comparer = new ApiComparer();
        comparer.Compare(ours, theirs);
        return comparer.Differences;
    }
}
