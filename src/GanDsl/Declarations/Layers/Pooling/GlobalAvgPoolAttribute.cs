namespace GanDsl;

/// <summary>The mean of each channel over all its positions. Paper: Lin et al. 2014. PyTorch: <c>x.mean((2, 3))</c>.</summary>
/// <remarks>
/// Input: <c>[N, C, L]</c>, <c>[N, C, H, W]</c> or <c>[N, C, D, H, W]</c>. Output: <c>[N, C]</c>.
/// </remarks>
public sealed class GlobalAvgPoolAttribute : GlobalPoolAttribute
{
    private protected override string Function => "mean";

    private protected override string OnnxFunction => "GlobalAveragePool";

    internal override Interval OutputRange(Interval input) => input;
}
