namespace GanDsl;

/// <summary>
/// The sum of each channel over all its positions, as at the end of discriminators of residual blocks (Miyato et al. 2018).
/// PyTorch: <c>x.sum((2, 3))</c>.
/// </summary>
/// <remarks>
/// Input: <c>[N, C, L]</c>, <c>[N, C, H, W]</c> or <c>[N, C, D, H, W]</c>. Output: <c>[N, C]</c>.
/// </remarks>
public sealed class GlobalSumPoolAttribute : GlobalPoolAttribute
{
    private protected override string Function => "sum";

    private protected override string OnnxFunction => "GlobalSumPool";
}
