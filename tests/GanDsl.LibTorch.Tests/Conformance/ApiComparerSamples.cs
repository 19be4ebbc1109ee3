#pragma warning disable CA1822, CA1052, CA1051, IDE0060, CA2211
namespace GanDsl.LibTorch.Tests.Conformance;

public class OriginalBase
{
    public virtual int Inherited(int count = 3) => count;
}

public class Original : OriginalBase
{
    public const int Constant = 1;
    public static readonly int Field = 1;
    internal int Secret = 1;

    public Original() { }

    public long Property => 0;
    public int Settable { get; private set; }

    public void Renamed(int number) { }

    public void Defaulted(int count = 2) { }

    public void Optional(int count) { }

    public void Spread(int[] counts) { }

    public void Retyped(long count) { }

    public void Passed(out int count) => count = 0;

    private protected void Hidden() { }

    protected void Widened() { }

    public long Returned() => 0;

    public static void Shared() { }

    public void Opened() { }

    public void Nulled(string text) { }

    public string Nullable() => "";

    public string? NotNull() => null;

    public void Constrained<T>()
        where T : class { }

    public static explicit operator long(Original value) => 0;

    public string? Same<T>(T value, string? text = null, params int[] counts)
        where T : struct => text;
}

public class Slice
{
    public const int Constant = 1;

    public int Inherited(int count = 3) => count;

    public string? Same<T>(T value, string? text = null, params int[] counts)
        where T : struct => text;

    public void Defaulted(int count = 2) { }
}

public class Wrong : EventArgs, IDisposable
{
    public const int Constant = 2;
    public static int Field = 1;
    public int Secret = 1;

    public Wrong(int count) { }

    public int Property => 0;
    public int Settable { get; set; }
    public int Missing => 0;

    public void Renamed(int count) { }

    public void Defaulted(int count = 1) { }

    public void Optional(int count = 1) { }

    public void Spread(params int[] counts) { }

    public void Retyped(int count) { }

    public void Passed(ref int count) => count = 0;

    public void Hidden() { }

    public void Widened() { }

    public int Returned() => 0;

    public void Shared() { }

    public virtual void Opened() { }

    public void Nulled(string? text) { }

    public string? Nullable() => "";

    public string NotNull() => "";

    public void Constrained<T>()
        where T : struct { }

    public static explicit operator int(Wrong value) => 0;

    public void Dispose() => GC.SuppressFinalize(this);
}

public class Unsealed { }

public sealed class Sealed { }

public enum OurNumbers
{
    One = 1,
    Two = 3,
}

public enum TheirNumbers
{
    One = 1,
    Two = 2,
}
