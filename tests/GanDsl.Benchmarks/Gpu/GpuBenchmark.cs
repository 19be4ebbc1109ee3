using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Gpu;

/// <summary>Training steps on a GPU: PyTorch's, the emitted ones, and the products alone.</summary>
internal static class GpuBenchmark
{
    /// <summary>The first argument that asks for it; networks may follow.</summary>
    public const string Argument = "gpu";

    /// <summary>Does two steps of everything on the processor, to see that it runs.</summary>
    private const string OnProcessor = "--on-cpu";

    /// <summary>The environment variable that names the file for the results.</summary>
    private const string ResultsVariable = "GANDSL_BENCH_OUT";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments)
    {
        var onProcessor = arguments.Contains(OnProcessor);
        if (!onProcessor && !cuda.is_available())
        {
            Console.Error.WriteLine(
                "libtorch finds no CUDA GPU here. Where only a Python installation has CUDA: './build.sh gpu' here, copy out/gpu.tar.xz there, and there "
                    + "'python3 -m tarfile -e gpu.tar.xz' and 'bash gpu/run.sh bench'."
            );
            return 1;
        }

        string[] chosen = [.. arguments.Except([OnProcessor])];
        if (chosen.Except(GpuNetworks.All.Select(networks => networks.Name)).FirstOrDefault() is { } unknown)
        {
            Console.Error.WriteLine($"There are no networks '{unknown}': choose Points, Images or Faces.");
            return 1;
        }

        var (device, place) = onProcessor ? (GanDevice.Cpu, CPU) : (GanDevice.Cuda, CUDA);
        using var pyTorch = PyTorchSteps.Start(onProcessor ? "cpu" : "cuda");
        Console.WriteLine(
            pyTorch is null ? "No PyTorch with CUDA is here to compare with." : $"PyTorch {pyTorch.Description}"
        );
        var rates = CardRates.Measure(place);
        Console.WriteLine($"{rates}\n");

        var turns = onProcessor ? GpuTurns.OnProcessor : GpuTurns.OnGpu;
        List<GpuResult> results = [];
        foreach (var networks in GpuNetworks.All.Where(each => chosen.Length == 0 || chosen.Contains(each.Name)))
        {
            results.AddRange(new GpuComparison(networks, device, turns, pyTorch).Run(rates));
            Write(new(pyTorch?.Description, rates, results));
        }

        return 0;
    }

    /// <summary>After each pair of networks: what native code may end is not lost then.</summary>
    private static void Write(GpuReport report)
    {
        if (Environment.GetEnvironmentVariable(ResultsVariable) is { Length: > 0 } file)
        {
            File.WriteAllText(file, JsonSerializer.Serialize(report, Indented));
        }
    }
}
