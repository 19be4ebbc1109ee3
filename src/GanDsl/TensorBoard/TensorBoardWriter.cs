using System.Globalization;
using System.Text;
using GanDsl.Training;

namespace GanDsl;

/// <summary>
/// Writes an event file for TensorBoard, which needs neither TensorFlow nor Python here: <c>tensorboard --logdir</c> with the folder, or
/// with one that holds the folders of several runs, shows numbers, pictures and texts while training goes on.
/// </summary>
/// <remarks>
/// Whole events are handed to the operating system every <see cref="FlushInterval"/>, so that a program that is killed leaves a file that
/// can be read to its end; when the machine itself stops, the last event may be torn, which TensorBoard passes over. One call at a time.
/// </remarks>
public sealed class TensorBoardWriter : IDisposable
{
    // Reading a number of a step waits for the device, and after some steps all of them are in memory anyway.
    private const int StepsAtOnce = 64;
    private const string FilePrefix = "events.out.tfevents.";

    private readonly FileStream file;
    private readonly MemoryStream events = new();
    private readonly List<(double WallTime, StepRecord Step)> waiting = new(StepsAtOnce);
    private long lastFlush = Environment.TickCount64;
    private bool disposed;

    /// <summary>Starts a new file in a folder, which is made if need be; files of earlier runs stay.</summary>
    /// <param name="folder">The folder of the run's events.</param>
    /// <param name="resumedAfter">
    /// For a run that goes on from a checkpoint, the steps that it had trained, at least 0: what earlier files of the folder hold of later
    /// steps is then no longer shown. Null for a run from the start.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="resumedAfter"/> is negative.</exception>
    /// <exception cref="GanException">The folder cannot be made or written to.</exception>
    public TensorBoardWriter(string folder, long? resumedAfter = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        if (resumedAfter is { } last)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(last, nameof(resumedAfter));
        }

        try
        {
            Directory.CreateDirectory(folder);
            Path = System.IO.Path.Combine(folder, NewName(folder));
            file = new FileStream(Path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite, bufferSize: 1);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new GanException(
                $"Cannot write events to the folder '{folder}': {failure.Message.TrimEnd('.')}; choose a folder that can be written to.",
                failure
            );
        }

        Write(TensorBoardEvent.Version(Now()));
        if (resumedAfter is { } trained)
        {
            // TensorBoard forgets the step of this event as well, and the last one before the checkpoint is to stay.
            Write(TensorBoardEvent.Start(Now(), trained + 1));
        }

        Flush();
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What was added reaches the file after so long, with the next call, or with <see cref="Flush"/>. Default: 2 seconds.</summary>
    public TimeSpan FlushInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Adds all that a step measured, in one event: losses as <c>loss/discriminator</c>, scores as <c>score/real</c>, the others under their
    /// names in words, <c>gradient_penalty</c>, at the steps where they are computed. The numbers are read from the device some steps later.
    /// </summary>
    /// <param name="step">The step.</param>
    /// <exception cref="GanException">The file cannot be written any more.</exception>
    public void Add(StepRecord step)
    {
        ArgumentNullException.ThrowIfNull(step);
        ObjectDisposedException.ThrowIf(disposed, this);
        waiting.Add((Now(), step));
        if (waiting.Count == StepsAtOnce)
        {
            WriteWaiting();
        }

        FlushIfDue();
    }

    /// <summary>Adds a number.</summary>
    /// <param name="name">What TensorBoard calls it; charts are grouped by the part before the first '/'.</param>
    /// <param name="step">The training step, at least 0.</param>
    /// <param name="value">The number, which is kept as float32; NaN and infinities are shown as such.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
    /// <exception cref="GanException">The file cannot be written any more.</exception>
    public void AddScalar(string name, long step, double value) =>
        Add(name, step, () => TensorBoardEvent.Scalar(name, (float)value));

    /// <summary>Adds a picture.</summary>
    /// <param name="name">What TensorBoard calls it; pictures of one name are a series.</param>
    /// <param name="step">The training step, at least 0.</param>
    /// <param name="png">The bytes of a PNG file, as <c>ToPng</c> of GanDsl.Media makes them of images.</param>
    /// <exception cref="ArgumentException">The name is empty, or the bytes are no PNG.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
    /// <exception cref="GanException">The file cannot be written any more.</exception>
    public void AddImage(string name, long step, byte[] png)
    {
        ArgumentNullException.ThrowIfNull(png);
        var header =
            PngHeader.Of(png)
            ?? throw new ArgumentException(
                "A picture for TensorBoard is a PNG file, but these bytes do not begin as one; give the content of a *.png.",
                nameof(png)
            );
        Add(name, step, () => TensorBoardEvent.Image(name, header, png));
    }

    /// <summary>Adds a text.</summary>
    /// <param name="name">What TensorBoard calls it.</param>
    /// <param name="step">The training step, at least 0.</param>
    /// <param name="markdown">The text, as Markdown.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
    /// <exception cref="GanException">The file cannot be written any more.</exception>
    public void AddText(string name, long step, string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        Add(name, step, () => TensorBoardEvent.Text(name, markdown));
    }

    /// <summary>Adds the options of the run as a table, the text <c>options</c> of step 0.</summary>
    /// <param name="options">Their names and values, in the order in which they are shown.</param>
    /// <exception cref="GanException">The file cannot be written any more.</exception>
    public void AddOptions(IEnumerable<KeyValuePair<string, string>> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var table = new StringBuilder("| option | value |\n|---|---|\n");
        foreach (var (name, value) in options)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {MarkdownText.Cell(name)} | {MarkdownText.Cell(value)} |\n");
        }

        AddText("options", 0, table.ToString());
    }

    /// <summary>Adds the table of a GAN's networks, the text <c>networks</c> of step 0.</summary>
    /// <param name="gan">The GAN.</param>
    /// <exception cref="GanException">The file cannot be written any more.</exception>
    public void AddNetworks(IGan gan) => AddNetworks((gan ?? throw new ArgumentNullException(nameof(gan))).ToString()!);

    /// <summary>Adds the table of the networks, the text <c>networks</c> of step 0.</summary>
    /// <param name="networks">What <c>ToString</c> of the GAN gives; shown in letters of one width, as it is.</param>
    /// <exception cref="GanException">The file cannot be written any more.</exception>
    public void AddNetworks(string networks)
    {
        ArgumentNullException.ThrowIfNull(networks);
        // Lines that begin with four spaces are code in Markdown, whatever they hold.
        AddText("networks", 0, string.Concat(networks.Split('\n').Select(line => $"    {line.TrimEnd('\r')}\n")));
    }

    /// <summary>Hands all that was added to the operating system.</summary>
    /// <exception cref="GanException">The file cannot be written any more.</exception>
    public void Flush()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        WriteWaiting();
        try
        {
            // In one piece, so that a process that is killed leaves whole events.
            file.Write(events.GetBuffer(), 0, (int)events.Length);
        }
        catch (IOException failure)
        {
            throw new GanException(
                $"Cannot write events to '{Path}': {failure.Message.TrimEnd('.')}; make room for them.",
                failure
            );
        }
        finally
        {
            events.SetLength(0);
            lastFlush = Environment.TickCount64;
        }
    }

    /// <summary>Writes what was added and closes the file.</summary>
    /// <exception cref="GanException">The file cannot be written any more.</exception>
    public void Dispose()
    {
        if (disposed)
        {
            return;
        }

        try
        {
            Flush();
        }
        finally
        {
            disposed = true;
            file.Dispose();
        }
    }

    /// <summary>TensorBoard reads the files of a folder in the order of their names: a new one comes after those that are there.</summary>
    private static string NewName(string folder)
    {
        var seconds = Directory
            .EnumerateFiles(folder, FilePrefix + "*")
            .Select(path => System.IO.Path.GetFileName(path)[FilePrefix.Length..].Split('.')[0])
            .Select(text =>
                long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var time) ? time + 1 : 0
            )
            .Append(DateTimeOffset.UtcNow.ToUnixTimeSeconds())
            .Max();
        var host = string.Concat(
            Environment.MachineName.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')
        );
        return string.Create(CultureInfo.InvariantCulture, $"{FilePrefix}{seconds:D10}.{host}.{Environment.ProcessId}");
    }

    private static double Now() => (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds;

    private void Add(string name, long step, Func<ProtobufMessage> value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ObjectDisposedException.ThrowIf(disposed, this);
        WriteWaiting();
        Write(TensorBoardEvent.Summary(Now(), step, [value()]));
        FlushIfDue();
    }

    private void WriteWaiting()
    {
        foreach (var (wallTime, step) in waiting)
        {
            Write(
                TensorBoardEvent.Summary(
                    wallTime,
                    step.Number,
                    step.ComputedMeasurements.Select(each =>
                        TensorBoardEvent.Scalar(MeasurementName.Tag(each.Name), each.Value)
                    )
                )
            );
        }

        waiting.Clear();
    }

    private void Write(ProtobufMessage message) => RecordFraming.Write(events, message.Bytes);

    private void FlushIfDue()
    {
        if (Environment.TickCount64 - lastFlush >= FlushInterval.TotalMilliseconds)
        {
            Flush();
        }
    }
}
