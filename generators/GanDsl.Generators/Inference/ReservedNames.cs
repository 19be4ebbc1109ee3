namespace GanDsl.Generators.Inference;

/// <summary>
/// Names that no layer can have, because they already mean something where its field would stand. LayerNameTests compares them
/// with the engine and with what is emitted.
/// </summary>
internal static class ReservedNames
{
    /// <summary>What the emitted code of a network calls by its simple name: a field of that name would stand in front of it.</summary>
    public static readonly IReadOnlyCollection<string> OfEmittedCode = new HashSet<string>(StringComparer.Ordinal)
    {
        "Initializers",
        "InterpolationMode",
        "LayerFunctions",
        "NewDisposeScope",
        "Padding",
        "PaddingModes",
        "cat",
        "classLogits",
        "functional",
        "images",
        "init",
        "input",
        "labels",
        "latents",
        "nn",
        "packs",
        "points",
        "scope",
        "signals",
        "x",
    };

    /// <summary>What is generated for every network beside its layers.</summary>
    public static readonly IReadOnlyCollection<string> OfNetwork = new HashSet<string>(StringComparer.Ordinal)
    {
        "Classify",
        "MultiplyAdds",
        "ParameterCount",
        "forward",
    };

    /// <summary>What a module inherits, from either engine: a field of that name would hide it.</summary>
    public static readonly IReadOnlyCollection<string> OfModule = new HashSet<string>(StringComparer.Ordinal)
    {
        "ClearModules",
        "ConditionallyRegisterBuffer",
        "ConditionallyRegisterParameter",
        "Create",
        "Dispose",
        "Equals",
        "Finalize",
        "GetDefaultDeviceAndType",
        "GetHashCode",
        "GetName",
        "GetType",
        "HType",
        "HookRemover",
        "MemberwiseClone",
        "ReferenceEquals",
        "RegisterComponents",
        "ReplaceBuffer",
        "ReplaceParameter",
        "ToString",
        "_deviceIndex",
        "_deviceType",
        "_internal_buffers",
        "_internal_params",
        "_internal_submodules",
        "_named_buffers",
        "_named_parameters",
        "_parameters",
        "_to",
        "_toEpilog",
        "add_module",
        "apply",
        "buffers",
        "call",
        "children",
        "eval",
        "forward",
        "get_buffer",
        "get_parameter",
        "get_training",
        "has_buffer",
        "has_parameter",
        "load",
        "load_state_dict",
        "module_post_hooks",
        "module_pre_hooks",
        "modules",
        "name",
        "named_buffers",
        "named_children",
        "named_modules",
        "named_parameters",
        "parameters",
        "post_hooks",
        "pre_hooks",
        "register_buffer",
        "register_forward_hook",
        "register_forward_pre_hook",
        "register_module",
        "register_parameter",
        "save",
        "save_state_dict",
        "state_dict",
        "train",
        "training",
        "zero_grad",
    };

    public static bool Contains(string name) =>
        OfEmittedCode.Contains(name) || OfNetwork.Contains(name) || OfModule.Contains(name);
}
