using System.Net;

namespace GanDsl.Interactive;

/// <summary>What a notebook shows, as HTML that needs no other file.</summary>
internal static class Html
{
    /// <summary>A PNG picture.</summary>
    /// <param name="save">Saves it under the path that it is given.</param>
    public static string Picture(Action<string> save) =>
        $"""<img src="data:image/png;base64,{Convert.ToBase64String(Saved(save, ".png"))}" style="image-rendering: pixelated">""";

    /// <summary>An SVG drawing, as a picture: the names inside of several drawings on a page must not meet.</summary>
    /// <param name="save">Saves it under the path that it is given.</param>
    public static string Drawing(Action<string> save) =>
        $"""<img src="data:image/svg+xml;base64,{Convert.ToBase64String(Saved(save, ".svg"))}">""";

    /// <summary>Sound that can be played.</summary>
    /// <param name="save">Saves it under the path that it is given.</param>
    public static string Sound(Action<string> save) =>
        $"""<audio controls src="data:audio/wav;base64,{Convert.ToBase64String(Saved(save, ".wav"))}"></audio>""";

    /// <summary>A table of one row.</summary>
    public static string Table(IEnumerable<string> names, IEnumerable<string> values) =>
        $"<table><tr>{Cells("th", names)}</tr><tr>{Cells("td", values)}</tr></table>";

    /// <summary>Plain text.</summary>
    public static string Text(string text) => $"<pre>{WebUtility.HtmlEncode(text)}</pre>";

    private static string Cells(string element, IEnumerable<string> texts) =>
        string.Concat(texts.Select(text => $"<{element}>{WebUtility.HtmlEncode(text)}</{element}>"));

    private static byte[] Saved(Action<string> save, string extension)
    {
        using var folder = new NotebookFolder();
        var path = folder["shown" + extension];
        save(path);
        return File.ReadAllBytes(path);
    }
}
