using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.TorchSharpFaults;

public sealed class InterpolationTests
{
    [Fact]
    public void A_warning_is_printed_where_the_default_of_align_corners_is_not_stated()
    {
        var result = ChildProcess.RunIn(
            AppContext.BaseDirectory,
            static () =>
                nn.functional.interpolate(ones(1, 1, 2, 2), scale_factor: [2, 2], mode: InterpolationMode.Bilinear)
        );

        Assert.Equal(0, result.ExitCode);
        Mended.Unless(
            result.Error.Contains("align_corners"),
            "UpsampleAttribute can leave out align_corners where it is false."
        );
    }
}
