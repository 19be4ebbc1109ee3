using System.Runtime.InteropServices;

namespace GanDsl.Training;

/// <summary>Functions of native libraries by name.</summary>
internal static class NativeFunction
{
    /// <summary>The function; null where the library has none of this name.</summary>
    public static TDelegate? Find<TDelegate>(nint library, string name)
        where TDelegate : Delegate =>
        NativeLibrary.TryGetExport(library, name, out var address)
            ? Marshal.GetDelegateForFunctionPointer<TDelegate>(address)
            : null;

    /// <summary>The function.</summary>
    /// <exception cref="EntryPointNotFoundException">The library has none of this name.</exception>
    public static TDelegate Required<TDelegate>(nint library, string name)
        where TDelegate : Delegate => Find<TDelegate>(library, name) ?? throw new EntryPointNotFoundException(name);
}
