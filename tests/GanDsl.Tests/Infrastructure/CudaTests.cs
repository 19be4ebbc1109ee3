using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace GanDsl.Tests;

/// <summary>
/// Runs the tests that need a CUDA GPU, by xunit's own framework inside this process: for machines that have a GPU and no .NET SDK.
/// </summary>
internal static class CudaTests
{
    /// <summary>The first argument that asks for it; a part of the names of the tests to run may follow.</summary>
    public const string Argument = "cuda";

    /// <summary>Runs the tests one after the other.</summary>
    /// <param name="part">What their display names contain.</param>
    /// <returns>The exit code: 0 where none failed.</returns>
    public static int Run(string part = "")
    {
        var assembly = typeof(CudaTests).Assembly;
        using var framework = new XunitTestFramework(new NullMessageSink());
        var options = new OneAfterTheOther();
        ITestCase[] cases =
        [
            .. assembly
                .GetTypes()
                .Where(type => type.GetMethods().Any(NeedsCuda))
                .SelectMany(type => Discover(framework.GetDiscoverer(Reflector.Wrap(assembly)), type, options))
                .Where(test => NeedsCuda(test.TestMethod.Method.ToRuntimeMethod()))
                .Where(test => test.DisplayName.Contains(part, StringComparison.OrdinalIgnoreCase)),
        ];
        if (cases.Length == 0)
        {
            Console.WriteLine($"No test that needs a CUDA GPU has '{part}' in its name.");
            return 1;
        }

        using var report = new TestReport();
        using var executor = framework.GetExecutor(assembly.GetName());
        executor.RunTests(cases, report, options);
        report.Ended.Wait();
        return report.Summarize();
    }

    private static bool NeedsCuda(MethodInfo method) =>
        method.IsDefined(typeof(CudaFactAttribute)) || method.IsDefined(typeof(CudaTheoryAttribute));

    private static List<ITestCase> Discover(
        ITestFrameworkDiscoverer discoverer,
        Type type,
        ITestFrameworkDiscoveryOptions options
    )
    {
        using var found = new TestDiscovery();
        discoverer.Find(type.FullName, includeSourceInformation: false, found, options);
        found.Ended.Wait();
        return found.Cases;
    }
}
