using GanDsl.Fuzzing.Declarations;

namespace GanDsl.Fuzzing.Layers;

/// <summary>A layer that keeps the shape.</summary>
internal abstract record FuzzedActivation : FuzzedLayer
{
    public override long[]? Expect(long[] input) => input;

    protected override AttributeText Arguments(AttributeText text) => text;
}
