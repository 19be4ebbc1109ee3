using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.TorchSharpFaults;

public sealed class OutputPaddingTests : IDisposable
{
    private const string WhatCanGo =
        "TransposedConvolution can emit the module's call again, with all arguments in its construction.";

    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void Every_dimension_of_images_gets_that_of_the_first()
    {
        using var module = nn.ConvTranspose2d(1, 1, (2, 2), stride: (2, 2), output_padding: (0, 1));

        // PyTorch: (1, 1, 4, 5).
        Mended.Unless(module.call(ones(1, 1, 2, 2)).shape.SequenceEqual([1L, 1, 4, 4]), WhatCanGo);
    }

    [Fact]
    public void Every_dimension_of_volumes_gets_that_of_the_first()
    {
        using var module = nn.ConvTranspose3d(1, 1, (2, 2, 2), stride: (2, 2, 2), output_padding: (1, 0, 0));

        // PyTorch: (1, 1, 5, 4, 4).
        Mended.Unless(module.call(ones([1, 1, 2, 2, 2])).shape.SequenceEqual([1L, 1, 5, 5, 5]), WhatCanGo);
    }

    public void Dispose() => scope.Dispose();
}
