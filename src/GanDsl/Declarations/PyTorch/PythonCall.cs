namespace GanDsl;

/// <summary>A call in Python: <c>nn.Conv2d(1, 64, 4, stride=2, padding=1)</c>. Arguments at their default are left out.</summary>
internal sealed class PythonCall
{
    private readonly string function;
    private readonly List<string> arguments = [];

    public PythonCall(string function) => this.function = function;

    /// <summary>The same arguments to another function.</summary>
    public PythonCall Of(string other)
    {
        var call = new PythonCall(other);
        call.arguments.AddRange(arguments);
        return call;
    }

    public PythonCall Add(string argument)
    {
        arguments.Add(argument);
        return this;
    }

    public PythonCall Add(long argument) => Add(PythonText.Of(argument));

    public PythonCall AddUnless(bool isDefault, string name, string argument) =>
        isDefault ? this : Add($"{name}={argument}");

    public PythonCall AddUnless(double defaultValue, string name, double argument) =>
        AddUnless(argument.Equals(defaultValue), name, PythonText.Of(argument));

    public PythonCall AddUnless(long defaultValue, string name, long argument) =>
        AddUnless(argument == defaultValue, name, PythonText.Of(argument));

    public PythonCall AddUnless(bool defaultValue, string name, bool argument) =>
        AddUnless(argument == defaultValue, name, PythonText.Of(argument));

    public override string ToString() => $"{function}({string.Join(", ", arguments)})";
}
