using System.ComponentModel;

namespace GanDsl.Training;

/// <summary>The factors that schedules give the learning rate; the attributes of the same names state their formulas.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Schedules
{
    /// <summary>(step + 1) / steps, at most 1.</summary>
    public static double WarmUp(long step, int steps) => Math.Min(1, (step + 1.0) / steps);

    /// <summary>1 until start, final from end on, and linear between.</summary>
    public static double LinearDecay(long step, int start, int end, double final = 0) =>
        1 + ((final - 1) * Math.Clamp(((double)step - start) / ((double)end - start), 0, 1));

    /// <summary>Half a cosine from 1 to final.</summary>
    public static double CosineDecay(long step, int steps, double final = 0) =>
        final + ((1 - final) * (1 + Math.Cos(Math.PI * Math.Min(1, (double)step / steps))) / 2);

    /// <summary>The factor once for every so many steps.</summary>
    public static double StepDecay(long step, int every, double factor) => Math.Pow(factor, step / every);
}
