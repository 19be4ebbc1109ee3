using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>
/// The first part of the names of a GAN's files: its full name. The compiler compares the names of generated files without case,
/// so of GANs whose full names differ only in case all but the first get a number.
/// </summary>
internal static class FileNames
{
    /// <summary>What tells the class from every other, such as <c>Demo.Outer+DigitGan</c>; the full name has a dot for the plus.</summary>
    public static string MetadataName(GanModel model)
    {
        var names = model.FullName.Split('.');
        var outermost = names.Length - model.ContainingTypes.Count;
        return string.Join("+", names.Skip(outermost).Prepend(string.Join(".", names.Take(outermost))));
    }

    /// <summary>The metadata names whose full names are equal but for case, in an order that does not depend on the machine.</summary>
    public static EquatableArray<string> Clashing(IEnumerable<string> metadataNames) =>
        new(
            metadataNames
                .GroupBy(FullName, StringComparer.OrdinalIgnoreCase)
                .Where(names => names.Count() > 1)
                .SelectMany(names => names)
                .OrderBy(name => name, StringComparer.Ordinal)
        );

    /// <summary>The full name, with a number where an earlier one of the clashing names has the same but for case.</summary>
    public static string Prefix(GanModel model, EquatableArray<string> clashing)
    {
        var metadataName = MetadataName(model);
        var earlier = clashing
            .TakeWhile(name => name != metadataName)
            .Count(name => StringComparer.OrdinalIgnoreCase.Equals(FullName(name), model.FullName));
        return earlier == 0 ? model.FullName : model.FullName + "-" + CodeText.Of(earlier + 1);
    }

    private static string FullName(string metadataName) => metadataName.Replace('+', '.');
}
