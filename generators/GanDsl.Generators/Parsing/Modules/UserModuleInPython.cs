namespace GanDsl.Generators.Parsing;

/// <summary>A module of the user's own in Python: what the user gives, or a class that says what to write.</summary>
/// <param name="Definition">The class.</param>
/// <param name="Arguments">What its constructor is given.</param>
internal sealed record UserModuleInPython(PyTorchDefinition Definition, IReadOnlyList<string> Arguments)
{
    public static UserModuleInPython Of(string name, PyTorchSourceAttribute? source, IReadOnlyList<string> arguments) =>
        new(source?.DefinitionOf(name) ?? Missing(name, isGiven: source is not null), arguments);

    private static PyTorchDefinition Missing(string name, bool isGiven) =>
        new(
            name,
            $""""
            class {name}(nn.Module):
                """A module that was written in C#."""

                def __init__(self, *arguments):
                    raise NotImplementedError(
                        "{name} was written in C#; write it here with the same parameters and buffers, "
                        {(
                            isGiven
                                ? $"\"as its [PyTorchSource] has no line that begins with 'class {name}('.\""
                                : "\"or give its class there [PyTorchSource(...)].\""
                        )}
                    )
            """"
        );
}
