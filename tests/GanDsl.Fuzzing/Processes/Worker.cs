using System.Text.Json;
using GanDsl.Fuzzing.Differential;
using GanDsl.Fuzzing.Mutation;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Processes;

/// <summary>The process that tries cases: it reads their numbers from standard input, some on each line, and writes messages.</summary>
internal static class Worker
{
    /// <summary>The first argument of such a process; the kind of work and the seed follow.</summary>
    public const string Command = "worker";

    public static void Run(WorkKind kind, int seed)
    {
        // What is tried may write to the console itself.
        using var output = Console.Out;
        Console.SetOut(Console.Error);
        var runner = RunnerOf(kind, seed);
        Write(new(IsReady: true));
        while (Console.In.ReadLine() is { } line)
        {
            var numbers = JsonSerializer.Deserialize<int[]>(line)!;
            foreach (var result in runner.Run(numbers, begun => Write(new(begun))))
            {
                Write(new(Result: result));
            }

            Write(new(IsReady: true));
        }

        void Write(WorkerMessage message)
        {
            output.WriteLine(JsonSerializer.Serialize(message));
            output.Flush();
        }
    }

    private static ICaseRunner RunnerOf(WorkKind kind, int seed)
    {
        if (kind is WorkKind.Declarations or WorkKind.Shrinking)
        {
            // The tensors are tiny, and there are as many workers as processors.
            set_num_threads(1);
        }

        return kind switch
        {
            WorkKind.Declarations => new DeclarationRunner(seed),
            WorkKind.Shrinking => new ShrinkingRunner(seed),
            WorkKind.Mutants => new MutantRunner(seed),
            _ => new Rehearsal(),
        };
    }
}
