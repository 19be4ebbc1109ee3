using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>Reads the optimiser that stands on a GAN or on a network.</summary>
internal static class OptimizerParser
{
    public static OptimizerAttribute? Parse(
        INamedTypeSymbol type,
        List<Problem> problems,
        CancellationToken cancellation
    )
    {
        var declared = type.GetAttributes().Where(AttributeReader.Is<OptimizerAttribute>).ToList();
        if (declared.Count > 1)
        {
            var second = TypeParser.LocationOf(declared[1], type, null, cancellation);
            problems.Add(
                new(
                    Rule.OptimizerCount,
                    second,
                    $"{type.Name} has {CodeText.Of(declared.Count)} optimisers, but it can have one; remove the others"
                )
                {
                    Mends = [new(Mend.Remove("the second optimiser"), second)],
                }
            );
        }

        if (declared.Count == 0 || AttributeReader.Read<OptimizerAttribute>(declared[0]) is not { } optimizer)
        {
            return null;
        }

        TypeParser.AddArgumentProblems(declared[0], optimizer.ArgumentProblems(), type, problems, cancellation);
        return optimizer;
    }
}
