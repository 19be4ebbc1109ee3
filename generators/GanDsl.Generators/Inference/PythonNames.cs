using System.Text.RegularExpressions;

namespace GanDsl.Generators.Inference;

/// <summary>Names of ours in Python, where some of them mean something else.</summary>
internal static class PythonNames
{
    private static readonly Regex Plain = new("^(?!__)[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant);

    private static readonly IReadOnlyCollection<string> Keywords = new HashSet<string>(StringComparer.Ordinal)
    {
        "False",
        "None",
        "True",
        "and",
        "as",
        "assert",
        "async",
        "await",
        "break",
        "class",
        "continue",
        "def",
        "del",
        "elif",
        "else",
        "except",
        "finally",
        "for",
        "from",
        "global",
        "if",
        "import",
        "in",
        "is",
        "lambda",
        "nonlocal",
        "not",
        "or",
        "pass",
        "raise",
        "return",
        "try",
        "while",
        "with",
        "yield",
    };

    /// <summary>What the emitted Python calls by a name of its own, so that no class may take it.</summary>
    private static readonly IReadOnlyCollection<string> Used = new HashSet<string>(StringComparer.Ordinal)
    {
        "F",
        "NotImplementedError",
        "float",
        "max",
        "nn",
        "range",
        "super",
        "torch",
    };

    /// <summary>What <c>nn.Module</c> has of its own: a module of that name would hide it, or be hidden.</summary>
    public static readonly IReadOnlyCollection<string> OfModule = new HashSet<string>(StringComparer.Ordinal)
    {
        "T_destination",
        "add_module",
        "apply",
        "bfloat16",
        "buffers",
        "call_super_init",
        "children",
        "compile",
        "cpu",
        "cuda",
        "double",
        "dump_patches",
        "eval",
        "extra_repr",
        "float",
        "forward",
        "get_buffer",
        "get_extra_state",
        "get_parameter",
        "get_submodule",
        "half",
        "ipu",
        "load_state_dict",
        "modules",
        "mtia",
        "named_buffers",
        "named_children",
        "named_modules",
        "named_parameters",
        "parameters",
        "register_backward_hook",
        "register_buffer",
        "register_forward_hook",
        "register_forward_pre_hook",
        "register_full_backward_hook",
        "register_full_backward_pre_hook",
        "register_load_state_dict_post_hook",
        "register_load_state_dict_pre_hook",
        "register_module",
        "register_parameter",
        "register_state_dict_post_hook",
        "register_state_dict_pre_hook",
        "requires_grad_",
        "set_extra_state",
        "set_submodule",
        "share_memory",
        "state_dict",
        "to",
        "to_empty",
        "train",
        "training",
        "type",
        "xpu",
        "zero_grad",
    };

    /// <summary>
    /// The expression for a module of that name. One that cannot be an attribute is looked up among the modules, where state dictionaries
    /// have it from.
    /// </summary>
    public static string Attribute(string identifier)
    {
        var name = identifier.TrimStart('@');
        var isAttribute = Plain.IsMatch(name) && !Keywords.Contains(name) && !OfModule.Contains(name) && name[0] != '_';
        return isAttribute ? $"self.{name}" : $"self._modules[{PythonText.Of(name)}]";
    }

    /// <summary>A name for a class: ours where Python can have it.</summary>
    /// <param name="identifier">Our name.</param>
    /// <param name="taken">The names that there are.</param>
    public static string Class(string identifier, ICollection<string> taken)
    {
        var name = identifier.TrimStart('@');
        var wanted =
            !Plain.IsMatch(name) ? "Layers"
            : Keywords.Contains(name) || Used.Contains(name) ? name + "_"
            : name;
        var candidate = wanted;
        for (var number = 2; taken.Contains(candidate); number++)
        {
            candidate = wanted + CodeText.Of(number);
        }

        return candidate;
    }
}
