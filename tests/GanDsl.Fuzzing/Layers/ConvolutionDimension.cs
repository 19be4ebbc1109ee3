namespace GanDsl.Fuzzing.Layers;

/// <summary>The arguments of a convolution along one dimension.</summary>
internal sealed record ConvolutionDimension(int Kernel, int Stride, int Padding, int Dilation, int OutputPadding = 0);
