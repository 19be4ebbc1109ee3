using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedPixelShuffle(int UpscaleFactor) : FuzzedLayer
{
    public override int? Rank => 3;

    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedPixelShuffle(
            random.IsWild() ? random.Pick(random.OddInteger(), 2, 3)
            : input[0] % 4 == 0 ? random.Pick(1, 2)
            : input[0] % 9 == 0 ? 3
            : 1
        );

    public override string? ContractRefusal(long[] input) =>
        input.Length == 2 ? Contract.MinibatchStays
        : input.Length > 3 ? Contract.OnlyOfImages
        : null;

    public override long[]? Expect(long[] input) =>
        input.Length != 3 || UpscaleFactor < 1 || input[0] % ((long)UpscaleFactor * UpscaleFactor) != 0
            ? null
            : [input[0] / UpscaleFactor / UpscaleFactor, input[1] * UpscaleFactor, input[2] * UpscaleFactor];

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) =>
        nn.functional.pixel_shuffle(x, UpscaleFactor);

    protected override AttributeText Arguments(AttributeText text) => text.Add(UpscaleFactor);
}
