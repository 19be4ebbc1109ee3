using System.Globalization;
using GanDsl.Fuzzing.Differential;
using GanDsl.Fuzzing.Mutation;

var numbers = args.Select(argument =>
        int.TryParse(argument, CultureInfo.InvariantCulture, out var number) ? number : -1
    )
    .ToArray();
if (numbers.Length > 3 || numbers.Any(number => number < 0))
{
    Console.Error.WriteLine("usage: ./build.sh fuzz [CASES [SEED [FIRST]]]");
    return 2;
}

var (cases, seed, first) = (
    numbers.ElementAtOrDefault(0) is var given and > 0 ? given : 1000,
    numbers.ElementAtOrDefault(1),
    numbers.ElementAtOrDefault(2)
);
Console.WriteLine($"{cases} declarations and as many mutants of seed {seed}, from number {first}");
var declarations = DifferentialFuzzer.Run(seed, first, cases, Console.WriteLine);
var mutants = MutationFuzzer.Run(seed, first, cases, Console.WriteLine);
Console.WriteLine(declarations);
Console.WriteLine(mutants);
return mutants.Findings.Count + declarations.Disagreements.Count == 0 ? 0 : 1;
