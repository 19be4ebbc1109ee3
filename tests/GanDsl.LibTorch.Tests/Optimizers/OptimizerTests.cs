using GanDsl.LibTorch.Tests.Modules;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Optimizers;

public class OptimizerTests
{
    public static TheoryData<string> Kinds => ["Adam", "AdamW", "SGD", "RMSProp"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Skips_parameters_without_a_gradient(string kind)
    {
        using var scope = NewDisposeScope();
        var (used, unused) = (Quartic.Start(), Quartic.Start());
        using var optimizer = Create(kind, [used, unused]);

        Quartic.Loss(used).backward();
        optimizer.step();

        Assert.False(used.Equals(Quartic.Start()));
        Assert.True(unused.Equals(Quartic.Start()));
        Assert.Null(unused.grad);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Zeroes_gradients_and_does_not_make_any(string kind)
    {
        using var scope = NewDisposeScope();
        var (used, unused) = (Quartic.Start(), Quartic.Start());
        using var optimizer = Create(kind, [used, unused]);
        Quartic.Loss(used).backward();

        optimizer.zero_grad();

        Assert.Equal([0, 0, 0], used.grad!.data<double>().ToArray());
        Assert.Null(unused.grad);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_step_leaves_no_tensor_behind(string kind)
    {
        using var scope = NewDisposeScope();
        var p = Quartic.Start();
        using var optimizer = Create(kind, [p]);
        Quartic.Loss(p).backward();
        optimizer.step();
        var before = scope.DisposablesCount;

        optimizer.step();

        Assert.Equal(before, scope.DisposablesCount);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Its_state_outlives_the_scope_of_the_step(string kind)
    {
        using var scope = NewDisposeScope();
        var p = Quartic.Start();
        OptimizerHelper optimizer;
        using (NewDisposeScope())
        {
            optimizer = Create(kind, [p]);
            Quartic.Loss(p).backward();
            optimizer.step();
        }

        optimizer.step();
        optimizer.Dispose();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Runs_the_closure_once_and_returns_its_loss(string kind)
    {
        using var scope = NewDisposeScope();
        var p = Quartic.Start();
        using var optimizer = Create(kind, [p]);
        var calls = 0;
        using var off = no_grad();

        var loss = optimizer.step(() =>
        {
            calls++;
            var value = Quartic.Loss(p);
            value.backward();
            return value;
        });

        Assert.Equal(1, calls);
        Assert.Equal(Quartic.Loss(Quartic.Start()).item<double>(), loss.item<double>());
        Assert.Null(optimizer.step());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Steps_by_the_learning_rate_of_the_moment(string kind)
    {
        using var scope = NewDisposeScope();
        var p = Quartic.Start();
        using var optimizer = Create(kind, [p]);
        var group = optimizer.ParamGroups.Single();
        Assert.Equal((0.01, 0.01), (group.LearningRate, group.InitialLearningRate));
        Quartic.Loss(p).backward();

        group.LearningRate = 0;
        optimizer.step();

        Assert.True(p.Equals(Quartic.Start()));
        Assert.Equal(0.01, group.InitialLearningRate);
    }

    [Fact]
    public void Groups_have_their_own_options_and_take_the_rest_from_the_optimizer()
    {
        using var scope = NewDisposeScope();
        var (slow, fast) = (Quartic.Start(), Quartic.Start());
        using var optimizer = optim.SGD(
            [new SGD.ParamGroup { Parameters = [slow] }, new([fast], new SGD.Options { LearningRate = 0.1 })],
            0.01
        );
        Quartic.Loss(slow).backward();
        Quartic.Loss(fast).backward();

        optimizer.step();

        var gradient = slow.grad!;
        Assert.True(slow.allclose(Quartic.Start() - (gradient * 0.01)));
        Assert.True(fast.allclose(Quartic.Start() - (gradient * 0.1)));
        Assert.Equal(2, optimizer.parameters().Count());
    }

    [BeyondFact("a parameter may be in two groups, and is then changed twice.")]
    public void Takes_a_group_later_but_no_parameter_twice()
    {
        using var scope = NewDisposeScope();
        var (first, second) = (Quartic.Start(), Quartic.Start());
        using var optimizer = optim.Adam([first]);

        optimizer.add_param_group(new Adam.ParamGroup([second], lr: 0.5));

        Assert.Equal([1e-3, 0.5], optimizer.ParamGroups.Select(group => group.LearningRate));
        Assert.Throws<ArgumentException>(() => optimizer.add_param_group(new Adam.ParamGroup([first])));
    }

    [Fact]
    public void Takes_named_parameters()
    {
        using var model = nn.Linear(2, 2);
        using var adam = optim.Adam(model.named_parameters());
        using var adamW = optim.AdamW(model.named_parameters());
        using var sgd = optim.SGD(model.named_parameters(), 0.1);
        using var rmsProp = optim.RMSProp(model.named_parameters());

        foreach (var optimizer in new optim.Optimizer[] { adam, adamW, sgd, rmsProp })
        {
            Assert.Equal([model.weight, model.bias!], optimizer.parameters());
        }
    }

    [Fact]
    public void Schedules_reach_momentum_and_betas()
    {
        using var scope = NewDisposeScope();
        var p = Quartic.Start();
        using var adam = optim.Adam([p]);
        using var sgd = optim.SGD([p], 0.1, momentum: 0.9);

        Assert.Equal((0.9, 0.999), adam.Betas);
        ((Adam.ParamGroup)adam.ParamGroups.Single()).Betas = (0.5, 0.9);
        Assert.Equal((0.5, 0.9), ((optim.IBetas)adam.ParamGroups.Single()).Betas);
        Assert.Equal(0.9, sgd.Momentum);
        Assert.Equal(0.9, ((optim.IMomentum)sgd.ParamGroups.Single()).Momentum);
    }

    [BeyondFact("no number is no number out of range, and groups are not checked.")]
    public void Refuses_numbers_out_of_range()
    {
        using var scope = NewDisposeScope();
        Parameter[] p = [Quartic.Start()];
        Assert.Throws<ArgumentException>(() => optim.Adam(p, lr: -1));
        Assert.Throws<ArgumentException>(() => optim.Adam(p, lr: double.NaN));
        Assert.Throws<ArgumentException>(() => optim.Adam(p, beta1: 1));
        Assert.Throws<ArgumentException>(() => optim.AdamW(p, beta2: -0.1));
        Assert.Throws<ArgumentException>(() => optim.AdamW(p, eps: -1));
        Assert.Throws<ArgumentException>(() => optim.RMSProp(p, weight_decay: -1));
        Assert.Throws<ArgumentException>(() => optim.RMSProp(p, alpha: -1));
        Assert.Throws<ArgumentException>(() => optim.SGD(p, 0.1, momentum: -1));
        Assert.Throws<ArgumentException>(() => optim.SGD(p, 0.1, nesterov: true));
        Assert.Throws<ArgumentException>(() => optim.SGD(p, 0.1, momentum: 0.9, dampening: 0.1, nesterov: true));
        Assert.Throws<ArgumentException>(() => optim.Adam([new Adam.ParamGroup(p, lr: -1)]));
    }

    internal static OptimizerHelper Create(string kind, IEnumerable<Parameter> parameters) =>
        kind switch
        {
            "Adam" => optim.Adam(parameters, 0.01, amsgrad: true),
            "AdamW" => optim.AdamW(parameters, 0.01),
            "SGD" => optim.SGD(parameters, 0.01, momentum: 0.9),
            _ => optim.RMSProp(parameters, momentum: 0.9, centered: true),
        };
}
