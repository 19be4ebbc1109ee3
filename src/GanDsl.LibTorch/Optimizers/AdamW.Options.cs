namespace TorchSharp.Modules;

public partial class AdamW
{
    /// <summary>The options of a group of parameters: those of Adam.</summary>
    public class Options : Adam.Options { }
}
