namespace GanDsl.Fuzzing.Mutation;

/// <summary>What mutations put around, into and beside types.</summary>
internal static class TypeSnippets
{
    public static readonly IReadOnlyList<string> Modifiers =
    [
        "",
        "public",
        "partial",
        "static partial",
        "abstract partial",
        "sealed partial",
        "file partial",
        "private partial",
        "protected partial",
        "private protected partial",
        "protected internal partial",
        "unsafe partial",
        "readonly partial",
        "new partial",
        "partial partial",
        "public private partial",
        "virtual partial",
        "async partial",
        "required partial",
    ];

    public static readonly IReadOnlyList<string> Keywords =
    [
        "struct",
        "interface",
        "record",
        "record struct",
        "record class",
        "enum",
        "delegate",
        "namespace",
        "ref struct",
        "class class",
        "",
    ];

    public static readonly IReadOnlyList<string> TypeSuffixes =
    [
        "<T>",
        "<T, U>",
        "<in T>",
        "<>",
        "<T",
        "()",
        "(int x)",
        "(int x) : object()",
        " : object",
        " : System.IDisposable",
        " : System.Attribute",
        " : GanDsl.LayerAttribute",
        " : TorchSharp.torch.nn.Module",
        " : Missing",
        " :",
        " where T : class",
        "<[GanDsl.Linear(3)] T>",
        ".Other",
        "[]",
        "?",
    ];

    public static readonly IReadOnlyList<string> Surroundings =
    [
        "using GanDsl; namespace A.B.C { TEXT }",
        "using GanDsl; namespace @class.@namespace { TEXT }",
        "using GanDsl; namespace GanDsl.Demo { TEXT }",
        "using GanDsl; namespace GanDsl { TEXT }",
        "using GanDsl; namespace TorchSharp { TEXT }",
        "using GanDsl; namespace System { TEXT }",
        "using GanDsl; namespace Ünïcödé.日本 { TEXT }",
        "using GanDsl; public partial class Around { TEXT }",
        "using GanDsl; public partial class Around<T> { TEXT }",
        "using GanDsl; public class Around { TEXT }",
        "using GanDsl; static partial class Around { partial struct Inner { TEXT } }",
        "using GanDsl; partial interface IAround { TEXT }",
        "using GanDsl; partial record Around(int X) { TEXT }",
        "using GanDsl; class Program { static void Main() { TEXT } }",
        "using GanDsl; TEXT System.Console.WriteLine();",
        "using GanDsl; using GanDsl; using L = GanDsl.LinearAttribute; TEXT",
        "extern alias Nothing; using GanDsl; TEXT",
        "global using GanDsl; TEXT",
        "TEXT",
        "#if NOTHING\nusing GanDsl; TEXT\n#endif",
        "#nullable disable\n#pragma warning disable\nusing GanDsl; TEXT",
        "using GanDsl; TEXT TEXT",
    ];

    public static readonly IReadOnlyList<string> Additions =
    [
        "[GanDsl.Gan] public partial class NAME { }",
        "[GanDsl.Gan] partial class NAME;",
        "[GanDsl.Gan] partial class OTHER { }",
        "partial class NAME { }",
        "partial class NAME { [GanDsl.Generator, GanDsl.Linear(3)] partial class Second; }",
        "class NAME { }",
        "class OTHER { }",
        "namespace Elsewhere { [GanDsl.Gan] partial class NAME { } }",
        "[GanDsl.Gan] partial struct NAME { }",
        "[GanDsl.Gan] enum NAME { }",
        "[GanDsl.Gan] delegate void NAME();",
        "[GanDsl.Gan, GanDsl.Gan] partial class Other { }",
        "[GanDsl.Linear(3)] class Stray { [GanDsl.ReLU] void M() { } }",
        "[assembly: GanDsl.Gan]",
        "class Tensor { }",
        "namespace torch { }",
        "namespace GanDsl { public sealed class LinearAttribute : System.Attribute { public LinearAttribute(int width) { } } }",
        "namespace GanDsl { public sealed class MineAttribute : System.Attribute { } }",
        "class Layer : GanDsl.LayerAttribute { }",
        "[GanDsl.Generator] partial class Outside;",
    ];
}
