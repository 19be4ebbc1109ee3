using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits the command line, where the project refers to the package that runs it.</summary>
internal sealed class CommandLineEmitter : Emitter
{
    /// <summary>What the project has to know for the emitted code to compile.</summary>
    public const string ProgramType = "GanDsl.CommandLine.GanProgram`1";

    public override string Concern => "CommandLine";

    protected override IReadOnlyList<string> Usings =>
        ["global::System", "global::System.Threading", "global::GanDsl", "global::GanDsl.CommandLine"];

    protected override void WriteMembers(SourceWriter writer, GanModel model)
    {
        var (name, noun) = (model.Name, model.Data.Noun);
        var data = model.IsConditional ? "LabeledDataset" : "Dataset";
        writer.Lines(
            $$"""
            /// <summary>
            /// The command line of {{name}}: trains it, or generates {{noun}} with what was learned. Its options are those of
            /// <see cref="Options"/>, those of the program, and where to write to; <c>--help</c> lists them.
            /// </summary>
            /// <param name="args">What was typed.</param>
            /// <param name="program">The data, and what the program does besides training.</param>
            /// <param name="defaults">The options that are not typed; null for the declared ones.</param>
            /// <param name="cancellationToken">Ends a training as Ctrl-C does: what was learned is saved.</param>
            /// <returns>The exit code: 0, or 1 after a sentence that says what went wrong; 128 and more where a training was interrupted.</returns>
            public static int Run(
                string[] args,
                GanProgram<{{name}}> program,
                Options? defaults = null,
                CancellationToken cancellationToken = default) =>
                program.Run(
                    args,
                    defaults ?? new Options(),
                    static (options, _) => new {{name}}(Options.Of(options)),
                    cancellationToken);

            /// <summary>The same for a program that only trains.</summary>
            /// <param name="args">What was typed.</param>
            /// <param name="data">Opens the data; the program disposes them.</param>
            /// <param name="defaults">The options that are not typed; null for the declared ones.</param>
            /// <param name="cancellationToken">Ends a training as Ctrl-C does: what was learned is saved.</param>
            /// <returns>The exit code, as of the other one.</returns>
            public static int Run(
                string[] args,
                Func<TrainingRun, {{data}}> data,
                Options? defaults = null,
                CancellationToken cancellationToken = default) =>
                Run(args, new GanProgram<{{name}}> { Data = data }, defaults, cancellationToken);
            """
        );
    }
}
