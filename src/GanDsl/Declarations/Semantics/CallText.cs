namespace GanDsl;

/// <summary>A call in emitted code: <c>nn.Conv2d(1, 64, 4, stride: 2, padding: 1)</c>. Arguments at their default are left out.</summary>
internal sealed class CallText
{
    private readonly string method;
    private readonly List<string> arguments = [];

    public CallText(string method) => this.method = method;

    public CallText Add(string argument)
    {
        arguments.Add(argument);
        return this;
    }

    public CallText Add(long argument) => Add(CodeText.Of(argument));

    /// <summary>Adds the sizes of a shape after N, which is inferred: <c>-1, 128, 7, 7</c>.</summary>
    public CallText Add(Shape shape)
    {
        Add(-1);
        foreach (var size in shape.Sizes)
        {
            Add(size);
        }

        return this;
    }

    public CallText AddUnless(bool isDefault, string name, string argument) =>
        isDefault ? this : Add($"{name}: {argument}");

    public CallText AddUnless(double defaultValue, string name, double argument) =>
        AddUnless(argument.Equals(defaultValue), name, CodeText.Of(argument));

    public CallText AddUnless(long defaultValue, string name, long argument) =>
        AddUnless(argument == defaultValue, name, CodeText.Of(argument));

    public CallText AddUnless(bool defaultValue, string name, bool argument) =>
        AddUnless(argument == defaultValue, name, CodeText.Of(argument));

    /// <summary>The sizes of one example as an emitted array: <c>[128, 7, 7]</c>.</summary>
    public static string List(Shape shape) => $"[{Sizes(shape.Sizes)}]";

    /// <summary>Sizes as arguments of their own: <c>128, 7, 7</c>.</summary>
    public static string Sizes(IEnumerable<long> sizes) => string.Join(", ", sizes.Select(CodeText.Of));

    /// <summary>The arguments alone.</summary>
    public string Arguments => string.Join(", ", arguments);

    public override string ToString() => $"{method}({Arguments})";
}
