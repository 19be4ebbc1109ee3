using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Warnings;

/// <summary>What each optimiser says of its arguments.</summary>
internal sealed class OptimizerRemarks : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        var declaration = gan.Declaration;
        return new[]
        {
            (declaration.Class, declaration.Optimizer),
            (declaration.Generator!.Class, declaration.Generator.Optimizer),
            (declaration.Discriminator!.Class, declaration.Discriminator.Optimizer),
        }.SelectMany(each => each.Optimizer is { } optimizer ? Problems(each.Class, optimizer) : []);
    }

    private static IEnumerable<Problem> Problems(DeclaredClass type, OptimizerAttribute optimizer) =>
        optimizer
            .Remarks()
            .Select(remark => new Problem(
                remark.Rule,
                type.LocationOf<OptimizerAttribute>(remark.Argument),
                $"{optimizer.Kind}: {remark.Message}"
            )
            {
                Mends =
                [
                    .. remark.Mends.Select(mend => new PlacedMend(mend, type.LocationOf<OptimizerAttribute>(null))),
                ],
            });
}
