namespace GanDsl.Package.Tests.Infrastructure;

/// <summary>A project of nothing but the package's targets, in which compiling says so.</summary>
internal static class TargetsOnly
{
    /// <summary>Compiles it.</summary>
    /// <param name="folder">Where it is written to.</param>
    /// <param name="content">The properties and items of the project.</param>
    /// <param name="message">What compiling says.</param>
    public static (int Status, string Said) Compile(
        TemporaryFolder folder,
        string content,
        string message = "Compiled."
    )
    {
        folder.Write(
            "App.proj",
            $"""
            <Project>
              {content}
              <Target Name="CoreCompile">
                <Message Importance="high" Text="{message}" />
              </Target>
              <Import Project="{Repository.Targets}" />
            </Project>
            """
        );
        return Dotnet.Try(folder.Path, "msbuild", "App.proj", "-nologo", "-target:CoreCompile");
    }
}
