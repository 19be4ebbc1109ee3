using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>Reads the optimiser that stands on a GAN or on a network.</summary>
internal sealed class OptimizerParser(Reading reading)
{
    public OptimizerAttribute? Parse(INamedTypeSymbol type)
    {
        var declared = type.GetAttributes().Where(AttributeReader.Is<OptimizerAttribute>).ToList();
        if (declared.Count > 1)
        {
            var second = reading.LocationOf(declared[1], type);
            reading.Add(
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

        reading.AddArgumentProblems(declared[0], optimizer.ArgumentProblems(), type);
        return optimizer;
    }
}
