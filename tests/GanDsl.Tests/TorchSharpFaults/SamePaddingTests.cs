using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.TorchSharpFaults;

public sealed class SamePaddingTests : IDisposable
{
    private const string WhatCanGo = "ForwardConvolution need not pad before the module for a mode that is not Zeros.";

    private readonly DisposeScope scope = NewDisposeScope();

    [Theory]
    [InlineData(PaddingModes.Reflect)]
    [InlineData(PaddingModes.Replicate)]
    [InlineData(PaddingModes.Circular)]
    public void The_borders_of_an_oblong_kernel_go_to_the_wrong_dimensions(PaddingModes mode)
    {
        using var module = nn.Conv2d(1, 1, (1, 3), TorchSharp.Padding.Same, padding_mode: mode);

        // PyTorch: as large as the input.
        Mended.Unless(module.call(ones(1, 1, 4, 4)).shape.SequenceEqual([1L, 1, 6, 2]), WhatCanGo);
    }

    [Fact]
    public void So_do_those_of_an_oblong_dilation()
    {
        using var module = nn.Conv2d(
            1,
            1,
            (3, 3),
            TorchSharp.Padding.Same,
            dilation: (1, 2),
            padding_mode: PaddingModes.Replicate
        );

        Mended.Unless(module.call(ones(1, 1, 6, 6)).shape.SequenceEqual([1L, 1, 8, 4]), WhatCanGo);
    }

    /// <summary>Libtorch's own: printed once in a process.</summary>
    [Fact]
    public void An_uneven_border_of_zeros_gives_a_warning()
    {
        var result = ChildProcess.RunIn(
            AppContext.BaseDirectory,
            static () => nn.functional.conv1d_padding(ones(1, 1, 4), ones(1, 1, 2), null, 1, TorchSharp.Padding.Same)
        );

        Assert.Equal(0, result.ExitCode);
        Mended.Unless(
            result.Error.Contains("padding='same'"),
            "ForwardConvolution need not pad before the module where a border of zeros is uneven."
        );
    }

    public void Dispose() => scope.Dispose();
}
