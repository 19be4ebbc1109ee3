using System.Reflection;
using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Native;

public class OperatorTests
{
    public static TheoryData<string> Handles() =>
        [.. typeof(Aten).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => field.Name)];

    [Theory]
    [MemberData(nameof(Handles))]
    public void Every_operator_the_library_names_exists(string field)
    {
        var op = (Operator)typeof(Aten).GetField(field)!.GetValue(null)!;
        var name = op.ToString();
        var overload = name.Split('.').ElementAtOrDefault(1) ?? "";

        NativeMethods.gandsl_find_operator(name.Split('.')[0], overload, out var found).Check();

        Assert.NotEqual(0, found);
    }

    [Theory]
    [InlineData("no_such_operator", "")]
    [InlineData("add", "NoSuchOverload")]
    [InlineData("", "")]
    public void An_unknown_operator_is_named_in_the_message(string name, string overload)
    {
        var error = Assert.Throws<ExternalException>(() => new Operator(name, overload).Call());

        Assert.Equal((int)NativeStatus.BadCall, error.ErrorCode);
        Assert.Contains($"no operator 'aten::{name}' with overload '{overload}'", error.Message);
    }

    [Fact]
    public void An_argument_of_the_wrong_kind_is_named_in_the_message()
    {
        using var tensor = ones(2);

        var error = Assert.Throws<ExternalException>(() => Aten.matmul.Call(tensor, 3L));

        Assert.Equal((int)NativeStatus.TorchError, error.ErrorCode);
        Assert.Contains("Expected a value of type 'Tensor' for argument 'other'", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_missing_argument_is_named_in_the_message()
    {
        using var tensor = ones(2);

        var error = Assert.Throws<ExternalException>(() => Aten.matmul.Call(tensor));

        Assert.Contains("missing value for argument 'other'", error.Message);
    }

    [Fact]
    public void Too_many_arguments_are_refused()
    {
        using var tensor = ones(2);

        var error = Assert.Throws<ExternalException>(() => Aten.exp.Call(tensor, tensor, tensor));

        Assert.Contains("Expected at most 1 argument(s)", error.Message);
    }

    [Fact]
    public void None_where_a_tensor_is_needed_is_refused()
    {
        var error = Assert.Throws<ExternalException>(() => Aten.exp.Call((Tensor?)null));

        Assert.Contains("Expected a value of type 'Tensor'", error.Message);
    }

    [Fact]
    public void More_results_than_expected_are_refused_and_released()
    {
        using var matrix = ones(2, 2);

        // Three tensors come where one is expected.
        var error = Assert.Throws<ExternalException>(() => Aten.linalg_svd.Call(matrix, true));

        Assert.Equal((int)NativeStatus.BadCall, error.ErrorCode);
        Assert.Contains("more results than there was room for", error.Message);
    }

    [Fact]
    public void A_result_of_another_kind_than_expected_is_refused()
    {
        using var tensor = ones(1);

        var error = Assert.Throws<InvalidOperationException>(() => Aten.item.Call(tensor));

        Assert.Contains("aten::item returned Double where a tensor was expected", error.Message);
    }

    [Fact]
    public void Long_lists_of_every_kind_arrive_whole()
    {
        // Longer than what is marshalled on the stack.
        var parts = Enumerable.Range(0, 300).Select(i => tensor((float)i)).ToArray();
        using var all = Aten.stack.Call(parts, 0L);
        using var view = all.view(Enumerable.Repeat(1L, 60).Append(300L).ToArray());

        Assert.Equal(Enumerable.Range(0, 300).Select(i => (float)i), all.data<float>().ToArray());
        Assert.Equal(61, view.ndim);
        Array.ForEach(parts, part => part.Dispose());
    }

    [Fact]
    public void Text_arrives_as_utf8()
    {
        using var tensor = ones(2, 2);

        var error = Assert.Throws<ExternalException>(() => Aten.meshgrid.CallList(new[] { tensor }, "größe"));

        Assert.Contains("größe", error.Message);
    }
}
