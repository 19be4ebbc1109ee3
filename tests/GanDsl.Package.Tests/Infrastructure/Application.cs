using System.Text;

namespace GanDsl.Package.Tests.Infrastructure;

/// <summary>
/// A small application over GanDsl and TorchSharp that imports the package's targets, restored once for the tests of a class. It is built as where
/// libstdc++ is older, with links in the place of copies, unless a test says otherwise.
/// </summary>
public sealed class Application : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public Application()
    {
        Newer = folder.Write("newer.so", Encoding.ASCII.GetBytes("GLIBCXX_3.4.31\0GLIBCXX_3.4.32\0"));
        var older = folder.Write("older.so", Encoding.ASCII.GetBytes("GLIBCXX_3.4.30\0GLIBCXX_3.4.31\0"));
        folder.Write(
            "Program.cs",
            """
            using TorchSharp;

            try
            {
                using var ones = torch.ones(3, device: GanDsl.Training.GanDevices.Require(GanDsl.GanDevice.Cpu));
                System.Console.WriteLine($"The sum is {ones.sum().item<float>()}.");
                return 0;
            }
            catch (GanDsl.GanException exception)
            {
                System.Console.WriteLine(exception.Message);
                return 1;
            }
            """
        );
        folder.Write(
            "App.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <RuntimeIdentifiers>linux-x64</RuntimeIdentifiers>
                <SelfContained>false</SelfContained>
                <InvariantGlobalization>true</InvariantGlobalization>
                <GanDslLibstdcxx>{older}</GanDslLibstdcxx>
                <GanDslTasksFolder>{Repository.TasksFolder}</GanDslTasksFolder>
                <CreateHardLinksForCopyLocalIfPossible>true</CreateHardLinksForCopyLocalIfPossible>
                <CreateHardLinksForPublishFilesIfPossible>true</CreateHardLinksForPublishFilesIfPossible>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{Repository.LibraryOfGanDsl}" />
                <PackageReference Include="TorchSharp-cpu" Version="{Repository.VersionOf("TorchSharp-cpu")}" />
              </ItemGroup>
              <Import Project="{Repository.Targets}" />

              <Target Name="Tell" DependsOnTargets="ResolvePackageAssets">
                <ItemGroup>
                  <Taken Include="@(NativeCopyLocalItems)" Condition="'%(Filename)' == 'libLibTorchSharp'" />
                </ItemGroup>
                <Message Importance="High" Text="$(Case) takes [@(Taken)]." />
              </Target>

              <!-- Puts a file that is no library in the place of TorchSharp's. -->
              <Target Name="Spoil" AfterTargets="ResolvePackageAssets" BeforeTargets="GanDslAllowOldLibstdcxx" Condition="'$(Case)' == 'spoilt'">
                <ItemGroup>
                  <NativeCopyLocalItems Remove="@(NativeCopyLocalItems)" />
                  <NativeCopyLocalItems Include="spoilt/libLibTorchSharp.so" />
                </ItemGroup>
              </Target>
            </Project>
            """
        );
        if (LinuxFactAttribute.IsHere)
        {
            Dotnet.Run(Folder, "restore", "App.csproj", "--verbosity", "quiet");
        }
    }

    public string Folder => folder.Path;

    /// <summary>A libstdc++ that has the version which TorchSharp asks for.</summary>
    public string Newer { get; }

    /// <summary>Where a build for linux-x64 keeps its changed copy.</summary>
    public string ChangedCopy =>
        folder.File("obj/Release/net10.0/linux-x64/torchsharp/runtimes/linux-x64/native/libLibTorchSharp.so");

    /// <summary>Builds or publishes, for linux-x64 or, for all platforms, without a runtime.</summary>
    /// <returns>The folder of the output.</returns>
    public string Make(string command, string output, params string[] more)
    {
        Dotnet.Run(
            Folder,
            [
                command,
                "App.csproj",
                "--configuration",
                "Release",
                "--no-restore",
                "--verbosity",
                "quiet",
                "--output",
                folder.File(output),
                .. more,
            ]
        );
        return folder.File(output);
    }

    public void Dispose() => folder.Dispose();
}
