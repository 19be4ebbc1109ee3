using System.Reflection;

namespace GanDsl.Tests;

/// <summary>
/// What this assembly does when it is run as a program: the code that <see cref="ChildProcess"/> names, or <see cref="CudaTests"/>.
/// </summary>
internal static class ChildProgram
{
    private static int Main(string[] arguments)
    {
        if (arguments is [CudaTests.Argument, ..])
        {
            return CudaTests.Run(arguments.ElementAtOrDefault(1) ?? "");
        }

        var type = typeof(ChildProgram).Assembly.GetType(arguments[0], throwOnError: true)!;
        var code = type.GetMethod(
            arguments[1],
            BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
        )!;

        // The compiler makes lambdas methods of an object, also those that capture nothing.
        var target = code.IsStatic ? null : Activator.CreateInstance(type, nonPublic: true);
        try
        {
            code.Invoke(target, BindingFlags.DoNotWrapExceptions, null, [.. arguments.Skip(2)], null);
            return 0;
        }
        catch (Exception exception)
        {
            Console.Error.WriteLine(exception);
            return 1;
        }
    }
}
