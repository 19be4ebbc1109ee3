using System.Text.RegularExpressions;
using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits both networks as Python for PyTorch, as a constant.</summary>
internal sealed class PyTorchEmitter : Emitter
{
    private static readonly Regex Quotes = new("\"+");

    public override string Concern => "PyTorch";

    protected override IReadOnlyList<string> Usings => [];

    protected override void WriteMembers(SourceWriter writer, GanModel model)
    {
        var python = PyTorchSourceText.Of(model);
        var longest = Quotes.Matches(python).Cast<Match>().Max(match => match.Length);
        var quotes = new string('"', longest + 1);
        writer.Lines(
            $$"""
            /// <summary>
            /// Both networks as a file in Python: PyTorch modules with the same layers, whose <c>load_state_dict</c> takes the weights that
            /// <see cref="Save"/> writes.
            /// </summary>
            public const string PyTorchSource =
                {{quotes}}
            """
        );
        writer.Lines(string.Join("\n", python.Split('\n').Select(line => line.Length == 0 ? "" : "    " + line)));
        writer.Line($"    {quotes};").Line();
        writer.Lines(
            """
            /// <inheritdoc cref="PyTorchSource"/>
            public string ToPyTorch() => PyTorchSource;
            """
        );
    }
}
