namespace GanDsl.Build;

/// <summary>A version of a shared library that an ELF file asks the loader for.</summary>
/// <param name="Version">The name of the version, such as <c>GLIBCXX_3.4.32</c>.</param>
/// <param name="Index">The number by which the file's symbols refer to it.</param>
/// <param name="FlagsOffset">Where in the file its flags stand, 16 bits.</param>
public readonly record struct VersionRequirement(string Version, ushort Index, long FlagsOffset);
