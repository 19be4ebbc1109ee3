namespace GanDsl.Tests;

/// <summary>Every GAN that is declared in this assembly.</summary>
internal static class DeclaredGans
{
    public static IEnumerable<Type> All =>
        typeof(DeclaredGans)
            .Assembly.GetTypes()
            .Where(type => type.GetNestedType("Options") is not null && typeof(IDisposable).IsAssignableFrom(type))
            .OrderBy(type => type.FullName, StringComparer.Ordinal);
}
