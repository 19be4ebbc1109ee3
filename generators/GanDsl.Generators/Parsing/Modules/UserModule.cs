namespace GanDsl.Generators.Parsing;

/// <summary>A module of the user's own as a layer: what is known of it is its shape rule.</summary>
internal sealed class UserModule : LayerAttribute
{
    private readonly string name;
    private readonly string type;
    private readonly IReadOnlyList<string> arguments;
    private readonly bool takesLabels;
    private readonly ShapeRuleAttribute rule;
    private readonly UserModuleInPython python;

    /// <param name="name">The name of the class.</param>
    /// <param name="type">The class, for code in any namespace.</param>
    /// <param name="arguments">What its constructor is given, as source text.</param>
    /// <param name="takesLabels">Whether it is called with the labels beside its input.</param>
    /// <param name="rule">Its shape rule.</param>
    /// <param name="python">What is known of it in Python.</param>
    public UserModule(
        string name,
        string type,
        IReadOnlyList<string> arguments,
        bool takesLabels,
        ShapeRuleAttribute rule,
        UserModuleInPython python
    ) =>
        (this.name, this.type, this.arguments, this.takesLabels, this.rule, this.python) = (
            name,
            type,
            arguments,
            takesLabels,
            rule,
            python
        );

    internal override string Kind => name;

    internal override bool CouplesExamples => rule.CouplesExamples;

    internal override bool NeedsLabels => takesLabels;

    internal override bool IsCounted => false;

    internal override IEnumerable<LayerProblem> ArgumentProblems() => rule.ArgumentProblems();

    internal override Interval OutputRange(Interval input) => rule.OutputRange;

    internal override ShapeResult InferShape(Shape input) => rule.Apply(input);

    internal override LayerModule? Module(Shape input) =>
        new(type, arguments.Aggregate(new CallText("new"), (call, argument) => call.Add(argument)));

    /// <summary>The build knows its shape from the rule alone, so what it makes is compared with that.</summary>
    internal override string Forward(string x, string module, Shape output) =>
        output
            .Sizes.Aggregate(
                new CallText($"{module}.CallAsDeclared").Add(WithLabels(x)),
                (call, size) => call.Add(size)
            )
            .ToString();

    /// <summary>By the module's own form, if it has one: only when it is exported is that known.</summary>
    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        $"graph.Module({WithLabels(x)}, {module})";

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer
            .Module(
                python.Arguments.Aggregate(new PythonCall(name), (call, argument) => call.Add(argument)),
                (x, module) => $"{module}({WithLabels(x)})"
            )
            .With(python.Definition);

    private string WithLabels(string x) => takesLabels ? $"{x}, labels" : x;
}
