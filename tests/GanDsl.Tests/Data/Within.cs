using System.Diagnostics.CodeAnalysis;

namespace GanDsl.Tests;

/// <summary>Numbers are equal within an absolute tolerance.</summary>
internal sealed class Within(float tolerance) : IEqualityComparer<float>
{
    public bool Equals(float x, float y) => Math.Abs(x - y) <= tolerance;

    public int GetHashCode([DisallowNull] float obj) => 0;
}
