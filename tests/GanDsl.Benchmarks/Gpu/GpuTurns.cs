using System.Runtime.InteropServices;

namespace GanDsl.Benchmarks.Gpu;

/// <summary>
/// Times ways in turns, so that what else the machine does hits all of them alike. A block of each takes about the same time, so that the run
/// takes as long as there are ways, not as long as they are slow.
/// </summary>
/// <param name="Rounds">How many blocks of each way.</param>
/// <param name="Milliseconds">How long a block takes; 0 for blocks of two steps.</param>
/// <param name="WarmUp">The steps before: kernels are chosen and steps are recorded then.</param>
internal sealed record GpuTurns(int Rounds, double Milliseconds, int WarmUp)
{
    private const int FewestSteps = 4;
    private const int MostSteps = 1000;

    public static GpuTurns OnGpu { get; } = new(7, 120, 20);

    /// <summary>Only to see that everything runs.</summary>
    public static GpuTurns OnProcessor { get; } = new(1, 0, 1);

    /// <summary>Times all of the ways, and answers those that could be run.</summary>
    public IReadOnlyList<GpuWay> Run(IEnumerable<GpuWay> ways)
    {
        GpuWay[] running = [.. ways.Where(Prepare)];
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var way in running)
            {
                way.Times.Add(way.Repeat(way.Steps));
            }
        }

        return running;
    }

    private bool Prepare(GpuWay way)
    {
        try
        {
            way.Repeat(WarmUp);
            way.Steps = 2;
            if (Milliseconds > 0)
            {
                var time = way.Repeat(FewestSteps).Milliseconds;
                way.Steps = (int)Math.Clamp(Milliseconds / time, FewestSteps, MostSteps);
            }

            return true;
        }
        catch (Exception missing) when (missing is GanException or ExternalException)
        {
            Console.WriteLine($"  {way.Name}: {missing.Message}");
            return false;
        }
    }
}
