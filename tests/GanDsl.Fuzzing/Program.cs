using System.Globalization;
using GanDsl.Fuzzing;
using GanDsl.Fuzzing.Differential;
using GanDsl.Fuzzing.Mutation;
using GanDsl.Fuzzing.Processes;

if (args is [Worker.Command, var kind, var seed])
{
    Worker.Run(Enum.Parse<WorkKind>(kind), int.Parse(seed, CultureInfo.InvariantCulture));
    return 0;
}

if (FuzzRun.Parse(args) is not { } run)
{
    Console.Error.WriteLine("usage: ./build.sh fuzz [CASES [SEED [FIRST]]] [--workers N]");
    return 2;
}

Console.WriteLine(
    $"{run.Count} declarations and as many mutants of seed {run.Seed}, from number {run.First}, in {run.Workers} processes"
);
var declarations = DifferentialFuzzer.Run(run, Console.WriteLine);
var mutants = MutationFuzzer.Run(run, Console.WriteLine);
Console.WriteLine(declarations);
Console.WriteLine(mutants);
return declarations.IsClean && mutants.IsClean ? 0 : 1;
