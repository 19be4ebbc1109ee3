namespace GanDsl.Generators.Models;

/// <summary>A loss of the user's own.</summary>
/// <param name="Name">The name of its class, with its types where it is generic.</param>
/// <param name="Type">The class, for code in any namespace.</param>
/// <param name="GeneratorSeesReal">Whether G's loss takes the logits of real examples as well.</param>
internal sealed record OwnLossModel(string Name, string Type, bool GeneratorSeesReal)
{
    /// <summary>The name in documentation, where a generic one would be markup.</summary>
    public string NameInText => Name.Replace("<", "&lt;").Replace(">", "&gt;");
}
