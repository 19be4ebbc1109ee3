using GanDsl.Package.Tests.Infrastructure;

namespace GanDsl.Package.Tests;

/// <summary>Which library a build takes: that of NuGet's cache, or a changed copy.</summary>
public sealed class TargetsTests(Application application) : IClassFixture<Application>
{
    [LinuxFact]
    public void The_properties_and_the_libstdcxx_decide()
    {
        Directory.CreateDirectory(Path.Combine(application.Folder, "spoilt"));
        File.WriteAllText(Path.Combine(application.Folder, "spoilt/libLibTorchSharp.so"), "not a library");
        File.WriteAllText(
            Path.Combine(application.Folder, "Cases.proj"),
            $"""
            <Project>
              <ItemGroup>
                <Case Include="older" />
                <Case Include="newer" More="GanDslLibstdcxx={application.Newer}" />
                <Case Include="never" More="AllowOldLibstdcxx=never" />
                <Case Include="always" More="AllowOldLibstdcxx=Always;GanDslLibstdcxx={application.Newer}" />
                <Case Include="looking" More="DesignTimeBuild=true" />
                <Case Include="spoilt" />
                <Case Include="unknown" More="AllowOldLibstdcxx=sometimes" />
                <Case Include="studio" More="AllowOldLibstdcxx=always;_GanDslRuntimeType=Full" />
              </ItemGroup>
              <Target Name="Build">
                <MSBuild
                  Projects="App.csproj"
                  Targets="Tell"
                  Properties="Case=%(Case.Identity);Configuration=Release;RuntimeIdentifier=linux-x64;%(Case.More)"
                  ContinueOnError="true"
                />
              </Target>
            </Project>
            """
        );

        var (_, said) = Dotnet.Try(application.Folder, "msbuild", "Cases.proj", "-nologo", "-verbosity:minimal");

        Assert.Contains($"older takes [{application.ChangedCopy}].", said, StringComparison.Ordinal);
        Assert.Contains($"newer takes [{Repository.Library}].", said, StringComparison.Ordinal);
        Assert.Contains($"never takes [{Repository.Library}].", said, StringComparison.Ordinal);
        Assert.Contains($"always takes [{application.ChangedCopy}].", said, StringComparison.Ordinal);
        Assert.Contains($"looking takes [{Repository.Library}].", said, StringComparison.Ordinal);
        Assert.Contains("spoilt takes [spoilt/libLibTorchSharp.so].", said, StringComparison.Ordinal);
        Assert.Contains(
            "GanDsl left spoilt/libLibTorchSharp.so as it is: it is not a 64-bit little-endian ELF file.",
            said,
            StringComparison.Ordinal
        );
        Assert.Contains($"studio takes [{Repository.Library}].", said, StringComparison.Ordinal);
        Assert.Contains(
            "warning : Visual Studio does not change TorchSharp's library for Linux, which the property AllowOldLibstdcxx asks for;",
            said,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("unknown takes", said, StringComparison.Ordinal);
        Assert.Contains(
            "error : The property AllowOldLibstdcxx is 'sometimes'. It can be auto, always or never.",
            said,
            StringComparison.Ordinal
        );
    }
}
