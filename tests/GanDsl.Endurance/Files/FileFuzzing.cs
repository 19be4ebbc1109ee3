namespace GanDsl.Endurance.Files;
internal static class FileFuzzing { public const string Command = "f"; public static void Run(int a, int b, int c) { } }
internal static class HugeFiles { public const string Command = "h"; public static void Run(string a) { } }
public sealed record FuzzReport2(IReadOnlyList<string> Failures);
internal sealed class FileFuzzer(int a, int b, Action<string> c) { public FuzzReport2 Run() { c($"{a}{b}"); return new([]); } }
