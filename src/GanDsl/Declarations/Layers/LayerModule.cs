namespace GanDsl;

/// <summary>The TorchSharp module of a layer in emitted code: its type and the expression that creates it.</summary>
internal sealed class LayerModule
{
    public LayerModule(string type, CallText construction)
    {
        Type = type;
        Construction = construction.ToString();
    }

    public string Type { get; }

    public string Construction { get; }
}
