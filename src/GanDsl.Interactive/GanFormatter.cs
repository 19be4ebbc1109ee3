using Microsoft.DotNet.Interactive.Formatting;

namespace GanDsl.Interactive;

/// <summary>A GAN as the table of its two networks, which a disposed one has, too.</summary>
internal static class GanFormatter
{
    /// <summary>Registers it, for HTML.</summary>
    public static void Register() =>
        Formatter.Register<IGan>(gan => Html.Text(gan.ToString() ?? ""), HtmlFormatter.MimeType);
}
