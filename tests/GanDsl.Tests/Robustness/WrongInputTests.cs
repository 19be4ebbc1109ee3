using System.Reflection;
using System.Text.RegularExpressions;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Robustness;

/// <summary>
/// Whatever networks and GANs are given, they answer or throw: nothing ends the process. Every GAN of this assembly, and so every layer,
/// is given tensors of wrong sizes, ranks, types, devices, layouts and values; whoever aborts is the last line of the output.
/// </summary>
public sealed class WrongInputTests
{
    [Fact]
    public void No_tensor_given_to_a_network_ends_the_process() =>
        ChildProcess.Run(static () =>
        {
            var (answers, exceptions, gans) = (0, 0, 0);
            foreach (var type in DeclaredGans.All.DistinctBy(Layers))
            {
                using var gan = Create(type);
                gans++;
                foreach (var (name, network, shape) in NetworksOf(gan))
                {
                    foreach (var (wrong, make) in Inputs(shape))
                    {
                        Console.WriteLine($"{type.Name}.{name} <- {wrong}");
                        var answered = Attempt(() => Call(network, make()));
                        (answers, exceptions) = answered ? (answers + 1, exceptions) : (answers, exceptions + 1);
                    }
                }
            }

            // Each network takes what is right, and refuses a disposed tensor.
            Assert.True(answers > 2 * gans, $"{answers} answers");
            Assert.True(exceptions > 2 * gans, $"{exceptions} exceptions");
        });

    [Fact]
    public void No_label_given_to_a_network_ends_the_process() =>
        ChildProcess.Run(static () =>
        {
            foreach (var type in DeclaredGans.All.Where(type => type.GetNestedType("Labels") is not null))
            {
                using var gan = Create(type);
                foreach (var (name, network, shape) in NetworksOf(gan))
                {
                    foreach (var (wrong, make) in Labels)
                    {
                        Console.WriteLine($"{type.Name}.{name} <- {wrong}");
                        Attempt(() => Call(network, rand([4, .. shape]), make()));
                    }
                }
            }
        });

    [Fact]
    public void No_batch_given_to_a_GAN_ends_the_process() =>
        ChildProcess.Run(static () =>
        {
            foreach (var type in DeclaredGans.All.Where(type => !type.IsNested).DistinctBy(Methods))
            {
                using var gan = Create(type);
                var shapes = NetworksOf(gan).ToDictionary(network => network.Name, network => network.Shape);
                foreach (var method in type.GetMethods().Where(method => method.Name is "Step" or "Sample"))
                {
                    var parameters = method.GetParameters().Select(parameter => parameter.ParameterType).ToList();
                    foreach (var parameter in parameters.Where(typeof(Batch).IsAssignableFrom))
                    {
                        foreach (var (wrong, make) in Inputs(ShapeOf(parameter)))
                        {
                            Console.WriteLine($"{type.Name}.{method}, {parameter.Name} <- {wrong}");
                            Attempt(() =>
                                Call(
                                    gan,
                                    method,
                                    parameters.Select(other =>
                                        other == parameter ? BatchOf(other, make()) : Right(other)
                                    )
                                )
                            );
                        }
                    }
                }

                long[] ShapeOf(Type batch) => shapes[batch.Name == "Latents" ? "G" : "D"];

                object Right(Type parameter) =>
                    parameter == typeof(int) ? 4
                    : parameter.Name == "Labels" ? BatchOf(parameter, zeros(4, int64))
                    : BatchOf(parameter, rand([4, .. ShapeOf(parameter)]));
            }
        });

    /// <summary>What two GANs with the same networks have in common.</summary>
    private static string Layers(Type type)
    {
        using var gan = Create(type);
        return string.Join("\n", gan.ToString()!.Split('\n').Skip(1));
    }

    /// <summary>What two GANs with the same training step have in common.</summary>
    private static string Methods(Type type) =>
        string.Join(
            " ",
            type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                .Select(method => method.Name)
        );

    private static IEnumerable<(string Name, Func<Tensor> Make)> Labels =>
        [
            ("right", () => zeros(4, int64)),
            ("int32", () => zeros(4, int32)),
            ("one too many", () => zeros(5, int64)),
            ("none", () => zeros(0, int64)),
            ("float", () => zeros(4)),
            ("bool", () => zeros(4, @bool)),
            ("columns", () => zeros(4, 2, int64)),
            ("a number", () => tensor(0L)),
            ("negative", () => full(4, -1, int64)),
            ("too great", () => full(4, 1000, int64)),
            ("enormous", () => full(4, long.MaxValue, int64)),
            ("meta", () => zeros(4, int64, device: META)),
            ("disposed", () => Disposed(zeros(4, int64))),
        ];

    private static IEnumerable<(string Name, Func<Tensor> Make)> Inputs(long[] shape)
    {
        long[] batch = [4, .. shape];
        yield return ("right", () => rand(batch));
        yield return ("one", () => rand([1, .. shape]));
        yield return ("none", () => rand([0, .. shape]));
        yield return ("three, with a gradient", () => rand([3, .. shape]).requires_grad_());
        yield return ("without N", () => rand(shape));
        yield return ("a number", () => rand([]));
        yield return ("one more axis", () => rand([.. batch, 2]));
        for (var axis = 1; axis < batch.Length; axis++)
        {
            foreach (var size in (long[])[0, 1, batch[axis] - 1, batch[axis] + 1, 2 * batch[axis]])
            {
                var changed = batch.ToArray();
                changed[axis] = size;
                yield return ($"[{string.Join(", ", changed)}]", () => rand(changed));
            }
        }

        foreach (var type in (ScalarType[])[float64, float16, bfloat16, int64, uint8, @bool, complex64])
        {
            yield return (type.ToString(), () => zeros(batch, type));
        }

        yield return ("not a number", () => full(batch, float.NaN));
        yield return ("infinite", () => full(batch, float.PositiveInfinity));
        yield return ("enormous", () => full(batch, float.MaxValue));
        yield return (
            "transposed",
            () =>
                rand([.. batch.Reverse()])
                    .permute([.. Enumerable.Range(0, batch.Length).Select(axis => (long)axis).Reverse()])
        );
        yield return ("expanded", () => rand(1).expand(batch));
        yield return ("sparse", () => zeros(batch).to_sparse());
        yield return ("meta", () => rand(batch, device: META));
        yield return ("disposed", () => Disposed(rand(batch)));
    }

    private static Tensor Disposed(Tensor tensor)
    {
        tensor.Dispose();
        return tensor;
    }

    /// <summary>Whether it came to an answer.</summary>
    private static bool Attempt(Action action)
    {
        using var scope = NewDisposeScope();
        try
        {
            action();
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <summary>Forward, and back where there is a way.</summary>
    private static void Call(nn.Module network, Tensor input, Tensor? labels = null)
    {
        var output = network switch
        {
            nn.Module<Tensor, Tensor, Tensor> conditional => conditional.call(input, labels ?? zeros(4, int64)),
            nn.Module<Tensor, Tensor> plain => plain.call(input),
            _ => throw new NotSupportedException(network.GetType().FullName),
        };
        autograd.backward([output.sum()]);
    }

    private static IDisposable Create(Type type) =>
        (IDisposable)type.GetConstructors()[0].Invoke([Activator.CreateInstance(type.GetNestedType("Options")!)]);

    private static object BatchOf(Type type, Tensor tensor) =>
        type.GetConstructor([typeof(Tensor)])!.Invoke(BindingFlags.DoNotWrapExceptions, null, [tensor], null);

    private static void Call(object gan, MethodInfo method, IEnumerable<object> arguments) =>
        (method.Invoke(gan, BindingFlags.DoNotWrapExceptions, null, [.. arguments], null) as IDisposable)?.Dispose();

    /// <summary>The networks with the shape of one example, as the GAN's own summary states them.</summary>
    private static IEnumerable<(string Name, nn.Module Network, long[] Shape)> NetworksOf(object gan)
    {
        foreach (var (name, title) in ((string, string)[])[("G", "Generator"), ("D", "Discriminator")])
        {
            var match = Regex.Match(gan.ToString()!, $@"^{title}: .*?\[N, ([\d,. ×]+)\]", RegexOptions.Multiline);
            var shape = match.Groups[1].Value.Split(", ").Select(long.Parse).ToArray();
            yield return (name, (nn.Module)gan.GetType().GetProperty(name)!.GetValue(gan)!, shape);
        }
    }
}
