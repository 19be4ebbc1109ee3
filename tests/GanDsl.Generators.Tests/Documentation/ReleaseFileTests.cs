using GanDsl.Generators.Diagnostics;

namespace GanDsl.Generators.Tests.Documentation;

public class ReleaseFileTests
{
    [Fact]
    public void Has_every_rule_as_it_is() =>
        Assert.Equal(
            Descriptors
                .All.Select(rule => (rule.Id, rule.Category, rule.DefaultSeverity, rule.Title.ToString()))
                .Order(),
            ReleaseFile.Rows
        );
}
