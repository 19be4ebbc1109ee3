namespace GanDsl;

/// <summary>A layer as a user of PyTorch would write it in Python.</summary>
internal sealed class PyTorchLayer
{
    private readonly PythonCall? construction;
    private readonly Func<string, string, string> forward;
    private PyTorchDefinition? normalized;

    private PyTorchLayer(PythonCall? construction, Func<string, string, string> forward) =>
        (this.construction, this.forward) = (construction, forward);

    /// <summary>The expression that creates the module, whose parameters and buffers have the names and shapes of ours; null where there is none.</summary>
    public string? Construction => construction?.ToString();

    /// <summary>The classes and functions that it calls and PyTorch does not have.</summary>
    public IReadOnlyList<PyTorchDefinition> Definitions { get; private init; } = [];

    /// <summary>A module.</summary>
    /// <param name="construction">Creates it.</param>
    /// <param name="forward">The expression for an input and a module; null where the module is called with the input.</param>
    public static PyTorchLayer Module(PythonCall construction, Func<string, string, string>? forward = null) =>
        new(construction, forward ?? ((x, module) => $"{module}({x})"));

    /// <summary>An expression without a module.</summary>
    public static PyTorchLayer Function(Func<string, string> forward) => new(null, (x, _) => forward(x));

    /// <summary>A call of a function whose first argument is the input.</summary>
    /// <param name="function">The function, such as <c>F.relu</c>.</param>
    /// <param name="arguments">Adds what follows the input; null where nothing does.</param>
    public static PyTorchLayer Function(string function, Func<PythonCall, PythonCall>? arguments = null) =>
        Function(x =>
        {
            var call = new PythonCall(function).Add(x);
            return (arguments?.Invoke(call) ?? call).ToString();
        });

    /// <summary>The same with a class or function that it calls and PyTorch does not have.</summary>
    public PyTorchLayer With(PyTorchDefinition definition) =>
        new(construction, forward) { Definitions = [definition], normalized = normalized };

    /// <summary>The same with the class that takes the place of the module's where the module divides its weights by their spectral norms.</summary>
    /// <param name="definition">
    /// A class whose constructor takes the arguments of the module's and then those of <see cref="SpectralNormAttribute.InPython"/> by name.
    /// </param>
    public PyTorchLayer Normalizable(PyTorchDefinition definition) =>
        new(construction, forward) { Definitions = Definitions, normalized = definition };

    /// <summary>The same with a module that divides its weights by their spectral norms.</summary>
    public PyTorchLayer Normalized(SpectralNormAttribute norm) =>
        new(norm.AddOptions(construction!.Of(normalized!.Name)), forward)
        {
            Definitions = [.. Definitions, normalized],
        };

    /// <summary>The expression that applies the layer.</summary>
    /// <param name="x">The input: a variable, or where the weight can be normalised an expression to pass as an argument.</param>
    /// <param name="module">The attribute that holds the module, such as <c>self.linear1</c>.</param>
    public string Forward(string x, string module) => forward(x, module);
}
