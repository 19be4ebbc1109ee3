using System.Runtime.CompilerServices;

namespace GanDsl.Generators.Tests.Infrastructure;

/// <summary>Compares generated files with the accepted ones through Verify.SourceGenerators; see Snapshot.cs for the other way.</summary>
internal static class Snapshot
{
    [ModuleInitializer]
    internal static void Initialize() => VerifyTests.VerifySourceGenerators.Initialize();

    public static async Task Verify(GeneratorRun run, [CallerFilePath] string testFile = "")
    {
        var settings = new VerifyTests.VerifySettings();
        settings.UseDirectory("../Snapshots");
        if (AcceptedSnapshots.AreBeingWritten)
        {
            settings.AutoVerify();
        }

        await VerifyXunit.Verifier.Verify(run.Driver, settings, testFile);
    }
}
