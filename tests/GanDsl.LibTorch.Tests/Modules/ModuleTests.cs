using TorchSharp;
using TorchSharp.Modules;
using static GanDsl.LibTorch.Tests.Modules.Waves;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Modules;

public class ModuleTests
{
    private static readonly string[] ParameterNames =
    [
        "scale",
        "first.weight",
        "first.bias",
        "norm.weight",
        "norm.bias",
        "last.weight",
        "last.bias",
    ];

    private static readonly string[] BufferNames =
    [
        "offset",
        "norm.running_mean",
        "norm.running_var",
        "norm.num_batches_tracked",
    ];

    [Fact]
    public void Registers_fields_in_the_order_of_declaration_and_derived_types_first()
    {
        using var model = new SampleModel();

        Assert.Equal(["first", "norm", "slope", "last"], model.named_children().Select(child => child.name));
        Assert.Equal(ParameterNames, model.named_parameters().Select(named => named.name));
        Assert.Equal(BufferNames, model.named_buffers().Select(named => named.name));
        Assert.Equal([.. ParameterNames, .. BufferNames], model.state_dict().Keys);
        Assert.Equal(["scale"], model.named_parameters(recurse: false).Select(named => named.name));
        Assert.Equal(["offset"], model.named_buffers(recurse: false).Select(named => named.name));
    }

    [Fact]
    public void Names_modules_level_by_level_within_each_child()
    {
        using var model = nn.Sequential(("a", nn.Sequential(nn.ReLU(), nn.Tanh())), ("b", nn.Sequential(nn.Sigmoid())));

        Assert.Equal(["a", "b", "a.0", "a.1", "b.0"], model.named_modules().Select(named => named.name));
        Assert.Equal(5, model.modules().Count());
        Assert.Equal(2, model.children().Count());
    }

    [Fact]
    public void A_shared_parameter_is_listed_once_and_saved_under_both_names()
    {
        using var model = new TiedModel();

        Assert.Equal(["encoder.weight"], model.named_parameters().Select(named => named.name));
        Assert.Equal(["encoder.weight", "decoder.weight"], model.state_dict().Keys);
    }

    [Fact]
    public void Finds_components_by_dotted_name()
    {
        using var model = new SampleModel();

        Assert.Same(model.First.weight, model.get_parameter("first.weight"));
        Assert.Same(model.Offset, model.get_buffer("offset"));
        Assert.True(model.has_buffer("norm.running_var"));
        Assert.False(model.has_parameter("norm.running_var"));
        Assert.Null(model.get_parameter("first.nothing"));
        Assert.Null(model.get_buffer("nothing.at.all"));
    }

    [Fact]
    public void Train_and_eval_reach_every_level()
    {
        using var model = nn.Sequential(nn.Sequential(nn.Dropout()), nn.Linear(2, 2));
        Assert.True(model.training);

        model.eval();
        Assert.All(model.modules().Append(model), module => Assert.False(module.training));

        model.train();
        Assert.All(model.modules().Append(model), module => Assert.True(module.training));
    }

    [Fact]
    public void Apply_visits_children_before_parents()
    {
        using var model = nn.Sequential(("inner", nn.Sequential(("leaf", nn.ReLU()))));
        var seen = new List<nn.Module>();

        model.apply(seen.Add);

        Assert.Equal([Named(model, "inner.leaf"), Named(model, "inner"), model], seen);
    }

    [Fact]
    public void Clears_gradients_to_none_or_to_zero()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Linear(2, 1);
        model.call(ones(1, 2)).sum().backward();

        model.zero_grad(set_to_none: false);
        Assert.Equal([0, 0], Floats(model.weight.grad!));

        model.zero_grad();
        Assert.Null(model.weight.grad);
    }

    [Fact]
    public void Hooks_run_around_call_and_can_be_removed()
    {
        using var scope = NewDisposeScope();
        using var model = nn.ReLU();
        var order = new List<string>();
        var removers = new[]
        {
            model.register_forward_pre_hook(_ => order.Add("module before")),
            model.register_forward_hook(_ => order.Add("module after")),
        };
        var pre = model.register_forward_pre_hook((_, input) => input + 1);
        var post = model.register_forward_hook((_, _, result) => result * 10);

        Assert.Equal([20], Floats(model.call(ones(1))));
        Assert.Equal(["module before", "module after"], order);
        Assert.Equal([1], Floats(model.forward(ones(1))));

        pre.remove();
        post.remove();
        foreach (var remover in removers)
        {
            remover.remove();
        }

        Assert.Equal([1], Floats(model.call(ones(1))));
        Assert.Equal(2, order.Count);
    }

    [Fact]
    public void A_hook_of_two_arguments_replaces_both()
    {
        using var scope = NewDisposeScope();
        using var model = new Product();
        model.register_forward_pre_hook((_, one, other) => (one + 1, other + 2));
        model.register_forward_hook((_, _, _, _) => null!);

        Assert.Equal([(1 + 1) * (1 + 2)], Floats(model.call(ones(1), ones(1))));
    }

    [BeyondFact("parameters in fields of a user's module belong to the scope.")]
    public void Components_outlive_the_scope_they_were_made_in()
    {
        SampleModel model;
        using (var scope = NewDisposeScope())
        {
            model = new SampleModel();
            Assert.Equal(0, scope.DisposablesCount);
        }

        Assert.Equal(11, model.state_dict().Count);
        Assert.All(model.state_dict().Values, tensor => Assert.False(tensor.IsInvalid));
        model.Dispose();
    }

    [Fact]
    public void Disposes_everything_it_owns_and_more_than_once()
    {
        var model = new SampleModel();
        var tensors = model.state_dict().Values.ToArray();

        model.Dispose();
        model.Dispose();

        Assert.All(tensors, tensor => Assert.True(tensor.IsInvalid));
    }

    [Fact]
    public void Refuses_bad_registrations()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Sequential();
        model.register_module("taken", nn.ReLU());
        model.register_buffer("taken", ones(1));
        model.register_parameter("taken", nn.Parameter(ones(1)));

        Assert.Throws<InvalidOperationException>(() => model.register_module("taken", nn.ReLU()));
        Assert.Throws<InvalidOperationException>(() => model.register_buffer("taken", ones(1)));
        Assert.Throws<InvalidOperationException>(() => model.register_parameter("taken", nn.Parameter(ones(1))));
        Assert.Throws<ArgumentException>(() => model.register_module("a.b", nn.ReLU()));
        Assert.Throws<ArgumentException>(() => model.register_module("", nn.ReLU()));
        Assert.Throws<ArgumentNullException>(() => model.register_buffer("none", null!));
        Assert.Throws<ArgumentNullException>(() => model.register_parameter("none", null!));
        Assert.Throws<InvalidOperationException>(() => nn.ReLU().register_buffer("any", ones(1)));
        Assert.Throws<InvalidOperationException>(() => nn.ReLU().register_module("any", nn.Linear(1, 1)));
    }

    [BeyondFact("such a buffer is never listed, nor moved.")]
    public void A_buffer_that_is_not_persistent_is_moved_but_not_saved()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Sequential();
        model.register_buffer("cache", ones(1), persistent: false);
        model.to(ScalarType.Float64);

        Assert.Empty(model.state_dict());
        Assert.Empty(model.named_buffers(true, false));
        Assert.Equal(ScalarType.Float64, model.get_buffer("cache")!.dtype);
    }

    private static nn.Module Named(nn.Module model, string name) =>
        model.named_modules().Single(named => named.name == name).module;
}
