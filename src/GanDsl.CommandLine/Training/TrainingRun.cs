using System.CommandLine;

namespace GanDsl.CommandLine;

/// <summary>One run of a program: what was typed, and where results go.</summary>
public sealed class TrainingRun
{
    private readonly ParseResult parsed;
    private Dataset? data;
    private OutputFolder? folder;

    internal TrainingRun(ParseResult parsed, IGanOptions options, CancellationToken cancellationToken)
    {
        this.parsed = parsed;
        Options = options;
        CancellationToken = cancellationToken;
    }

    /// <summary>The options of the GAN.</summary>
    public IGanOptions Options { get; }

    /// <summary>The data set that is trained on.</summary>
    /// <exception cref="InvalidOperationException">It is still being opened, or there is a sampler in its place.</exception>
    public Dataset Data
    {
        get => data ?? throw new InvalidOperationException("There is no data set, or it is still being opened.");
        internal set => data = value;
    }

    /// <summary>The folder for results.</summary>
    /// <exception cref="InvalidOperationException">The data are still being opened; the folder is made after them.</exception>
    public OutputFolder Folder
    {
        get => folder ?? throw new InvalidOperationException("The folder is made once the data have been opened.");
        internal set => folder = value;
    }

    /// <summary>Cancelled once somebody asked the program to end.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>What was typed for an option of the program's own, or its default.</summary>
    public T Get<T>(ProgramOption<T> option)
    {
        ArgumentNullException.ThrowIfNull(option);
        return parsed.GetValue(option.Typed)!;
    }
}
