using GanDsl.LibTorch.Tests.Modules;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Optimizers;

public class OptimizerStateTests
{
    public static TheoryData<string> Kinds => OptimizerTests.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Saved_and_loaded_it_goes_on_with_the_same_bits(string kind)
    {
        using var scope = NewDisposeScope();
        var p = Quartic.Start();
        using var optimizer = OptimizerTests.Create(kind, [p]);
        Train(p, optimizer, 3);
        using var file = new MemoryStream();
        optimizer.save_state_dict(new BinaryWriter(file));
        var copy = new Parameter(p.detach().clone());
        Train(p, optimizer, 3);

        using var resumed = OptimizerTests.Create(kind, [copy]);
        resumed.ParamGroups.Single().LearningRate = 5;
        file.Position = 0;
        resumed.load_state_dict(new BinaryReader(file));
        Train(copy, resumed, 3);

        Assert.Equal(0.01, resumed.ParamGroups.Single().LearningRate);
        Assert.Equal(p.data<double>().ToArray(), copy.data<double>().ToArray());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Copied_it_goes_on_with_the_same_bits(string kind)
    {
        using var scope = NewDisposeScope();
        var p = Quartic.Start();
        using var optimizer = OptimizerTests.Create(kind, [p]);
        Train(p, optimizer, 3);
        var copy = new Parameter(p.detach().clone());
        using var other = OptimizerTests.Create(kind, [copy]);

        other.load_state_dict(optimizer.state_dict());

        Assert.True(other.state_dict().State[0].ApproximatelyEquals(optimizer.state_dict().State[0]));
        Train(p, optimizer, 3);
        Train(copy, other, 3);
        Assert.Equal(p.data<double>().ToArray(), copy.data<double>().ToArray());
    }

    [Fact]
    public void Writes_the_bytes_that_TorchSharp_writes()
    {
        using var scope = NewDisposeScope();
        var p = nn.Parameter(zeros(2));
        using var optimizer = optim.Adam([p], lr: 0.25, beta1: 0.5, beta2: 0.75, eps: 0.125, weight_decay: 2);
        using var file = new MemoryStream();
        optimizer.save_state_dict(new BinaryWriter(file));

        using var expected = new MemoryStream();
        using var writer = new BinaryWriter(expected);
        writer.Write("Adam");
        writer.Write((byte)1); // groups
        writer.Write((byte)1); // parameters
        foreach (var number in new[] { 0.25, 0.25, 0.5, 0.75, 0.125, 2.0 })
        {
            writer.Write(number);
        }

        writer.Write(false); // amsgrad
        writer.Write(false); // maximize
        writer.Write(0L); // step
        for (var average = 0; average < 2; average++)
        {
            writer.Write([6, 1, 2]); // 32-bit floating point, one dimension of size 2
            writer.Write(new byte[2 * sizeof(float)]);
        }

        writer.Write(false); // no maximum
        Assert.Equal(expected.ToArray(), file.ToArray());
    }

    [BeyondTheory("what was read before the failure stays.")]
    [MemberData(nameof(Kinds))]
    public void A_file_that_breaks_off_changes_nothing(string kind)
    {
        using var scope = NewDisposeScope();
        var p = Quartic.Start();
        using var optimizer = OptimizerTests.Create(kind, [p]);
        Train(p, optimizer, 3);
        var whole = Saved(optimizer);
        Train(p, optimizer, 2);
        var now = Saved(optimizer);

        using var half = new BinaryReader(new MemoryStream(whole, 0, whole.Length - 9));
        Assert.Throws<EndOfStreamException>(() => optimizer.load_state_dict(half));

        Assert.Equal(now, Saved(optimizer));
        Train(p, optimizer, 1);
    }

    [BeyondFact("a state of another kind is a null reference.")]
    public void Refuses_the_state_of_another_kind_or_model()
    {
        using var scope = NewDisposeScope();
        using var adam = optim.Adam([Quartic.Start()]);
        using var adamW = optim.AdamW([Quartic.Start()]);
        using var two = optim.Adam([Quartic.Start(), Quartic.Start()]);
        using var wider = optim.Adam([nn.Parameter(zeros(4, dtype: ScalarType.Float64))]);

        Assert.Throws<InvalidDataException>(() => adamW.load_state_dict(Reader(adam)));
        Assert.Throws<ArgumentException>(() => two.load_state_dict(Reader(adam)));
        Assert.Throws<ArgumentException>(() => wider.load_state_dict(Reader(adam)));
        Assert.Throws<ArgumentException>(() => two.load_state_dict(adam.state_dict()));
        using var sgd = optim.SGD([Quartic.Start()], 0.1);
        Assert.Throws<ArgumentException>(() => sgd.load_state_dict(adam.state_dict()));
    }

    [Fact]
    public void Goes_through_a_file()
    {
        using var scope = NewDisposeScope();
        var p = Quartic.Start();
        using var optimizer = OptimizerTests.Create("Adam", [p]);
        Train(p, optimizer, 2);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            optimizer.save_state_dict(path);
            using var other = OptimizerTests.Create("Adam", [Quartic.Start()]);
            other.load_state_dict(path);
            Assert.Equal(Saved(optimizer), Saved(other));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Lists_states_group_after_group()
    {
        using var scope = NewDisposeScope();
        using var optimizer = optim.Adam([
            new Adam.ParamGroup([Quartic.Start(), Quartic.Start()]),
            new([Quartic.Start()]),
        ]);

        Assert.Equal(
            [
                [0, 1],
                [2],
            ],
            optimizer.state_dict().StateIndexRef
        );
    }

    private static void Train(Parameter p, OptimizerHelper optimizer, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            optimizer.zero_grad();
            Quartic.Loss(p).backward();
            optimizer.step();
        }
    }

    private static byte[] Saved(OptimizerHelper optimizer)
    {
        using var file = new MemoryStream();
        optimizer.save_state_dict(new BinaryWriter(file));
        return file.ToArray();
    }

    private static BinaryReader Reader(OptimizerHelper optimizer) => new(new MemoryStream(Saved(optimizer)));
}
