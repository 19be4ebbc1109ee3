using System.Reflection;
using System.Runtime.CompilerServices;
using GanDsl.Tests.Models;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training;

/// <summary>
/// Where the device decides whether D learns from real and generated examples together or in turn, both give the same losses, logits and
/// gradients.
/// </summary>
public sealed class LearnTogetherTests
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.NonPublic;
    private const int Rows = 6;
    private static readonly Type[] Apart = [typeof(MisdeclaredGan), typeof(DiffAugmentedGan)];

    /// <summary>All but those whose D sees images that are changed at random.</summary>
    public static TheoryData<Type> Gans =>
        new(DeclaredGans.All.Where(type => !Apart.Contains(type) && type.GetMethod("LearnTogether", Own) is not null));

    [Theory]
    [MemberData(nameof(Gans))]
    public void Both_ways_give_the_same(Type type)
    {
        using var precision = new DoublePrecision();
        using var scope = NewDisposeScope();
        using var gan = EveryGan.Create(type, Rows, steps: 1);
        gan.Generator.train();
        gan.Discriminator.train();
        Tensor[] arguments =
        [
            Packs(gan),
            Packs(gan).requires_grad_(),
            arange(Rows).remainder(gan.ClassCount ?? 1).to(int64),
        ];
        var inTurn = Learn(gan, "LearnInTurn", arguments);
        var together = Learn(gan, "LearnTogether", arguments);

        Assert.Equal(inTurn.Count, together.Count);
        foreach (var (expected, found) in inTurn.Zip(together))
        {
            Values.AssertRelative(expected, found, 1e-10);
        }
    }

    /// <summary>Examples as D takes them.</summary>
    private static Tensor Packs(IGan gan) =>
        rand([Rows, gan.Packing * gan.ExampleShape[0], .. gan.ExampleShape.Skip(1)]);

    /// <summary>What a method answers, and the gradients that it leaves.</summary>
    private static List<double[]> Learn(IGan gan, string name, Tensor[] arguments)
    {
        // Simultaneous updates send gradients back into the fakes.
        using var scope = NewDisposeScope();
        gan.GeneratorOptimizer.ZeroGrad();
        gan.DiscriminatorOptimizer.ZeroGrad();
        arguments[1].grad = null;
        var method = gan.GetType().GetMethod(name, Own)!;
        var isSimultaneous = method.ReturnType.GenericTypeArguments.Length == 4;
        object[] given = [arguments[0], isSimultaneous ? arguments[1].alias() : arguments[1].detach(), arguments[2]];
        var answer = (ITuple)method.Invoke(gan, given[..method.GetParameters().Length])!;
        return
        [
            .. Enumerable.Range(0, answer.Length).Select(index => Values.Of((Tensor)answer[index]!)),
            .. gan.Discriminator.parameters().Select(parameter => Values.Of(parameter.grad!)),
            .. isSimultaneous ? [Values.Of(arguments[1].grad!)] : Array.Empty<double[]>(),
        ];
    }
}
