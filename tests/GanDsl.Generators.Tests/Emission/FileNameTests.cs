using GanDsl.Generators.Tests.Infrastructure;
using GanDsl.Generators.Tests.Models;

namespace GanDsl.Generators.Tests.Emission;

/// <summary>Generated files have names of their own, whatever is declared: else the compiler drops everything that is generated.</summary>
public class FileNameTests
{
    private const string SecondPart = "namespace Demo; [GanDsl.Gan] public partial class DigitGan;";

    [Fact]
    public void Are_the_full_name_and_the_concern() =>
        Assert.Equal("Demo.DigitGan.Gan.g.cs", NamesOf(DeclaredGans.Digits).First());

    [Fact]
    public void A_gan_marked_on_two_parts_is_emitted_once()
    {
        var run = GeneratorRun.On(DeclaredGans.Digits, SecondPart);

        Assert.Equal(TextsOf(GeneratorRun.On(DeclaredGans.Digits)), TextsOf(run));
        Assert.Equal(["CS0579"], run.CompilerDiagnostics().Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void A_gan_marked_on_two_parts_of_one_file_is_emitted_once() =>
        Assert.Equal(
            TextsOf(GeneratorRun.On(DeclaredGans.Digits)),
            TextsOf(GeneratorRun.On(DeclaredGans.Digits + "[GanDsl.Gan] public partial class DigitGan;"))
        );

    [Fact]
    public void A_gan_declared_twice_is_emitted_once() =>
        Assert.Equal(NamesOf(DeclaredGans.Digits), NamesOf(DeclaredGans.Digits, DeclaredGans.Digits));

    [Fact]
    public void A_gan_in_a_class_and_one_in_a_namespace_of_the_same_name_are_both_emitted()
    {
        var inNamespace = DeclaredGans.Ring.Replace("Demo.Points", "Demo.Place");
        var inClass =
            DeclaredGans.Ring.Replace("Demo.Points", "Demo").Replace("[Gan", "public partial class Place { [Gan") + "}";

        var run = GeneratorRun.On(inNamespace, inClass);

        Assert.Equal(["CS0101"], run.CompilerDiagnostics().Select(diagnostic => diagnostic.Id));
        Assert.Contains("Demo.Place.RingGan.Gan.g.cs", run.Sources.Select(source => source.HintName));
        Assert.Contains("Demo.Place.RingGan-2.Gan.g.cs", run.Sources.Select(source => source.HintName));
    }

    [Fact]
    public void Names_that_differ_only_in_case_get_a_number()
    {
        var run = GeneratorRun.On(DeclaredGans.Digits, Renamed("DIGITGAN"), Renamed("Digitgan"));

        Assert.Empty(run.CompilerDiagnostics());
        Assert.Equal(
            ["Demo.DIGITGAN.Gan.g.cs", "Demo.DigitGan-2.Gan.g.cs", "Demo.Digitgan-3.Gan.g.cs"],
            run.Sources.Select(source => source.HintName)
                .Where(name => name.EndsWith(".Gan.g.cs", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_order_of_the_files() =>
        Assert.Equal(
            NamesOf(DeclaredGans.Digits, Renamed("DIGITGAN")).Order(StringComparer.Ordinal),
            NamesOf(Renamed("DIGITGAN"), DeclaredGans.Digits).Order(StringComparer.Ordinal)
        );

    private static string Renamed(string name) => DeclaredGans.Digits.Replace("DigitGan", name);

    private static IEnumerable<string> NamesOf(params string[] sources) =>
        [.. GeneratorRun.On(sources).Sources.Select(source => source.HintName)];

    private static IEnumerable<string> TextsOf(GeneratorRun run) =>
        [.. run.Sources.Select(source => source.SourceText.ToString())];
}
