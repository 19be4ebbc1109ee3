namespace GanDsl.Tests.Files;

/// <summary>A rename that is refused for a moment, as on Windows, is tried again.</summary>
public sealed class RenamesTests
{
    private readonly List<int> waits = [];
    private int attempts;

    [Theory]
    [InlineData(0x80070005)]
    [InlineData(0x80070020)]
    [InlineData(0x80070021)]
    public void It_is_tried_again_for_some_seconds(uint reason)
    {
        Renames.Patiently(() => Refuse(reason, times: 9), waits.Add);

        Assert.Equal(10, attempts);
        Assert.Equal(waits.Order(), waits);
        Assert.Equal(5000, waits.Sum());
    }

    [Fact]
    public void What_is_still_refused_then_is_refused()
    {
        var refusal = Assert.Throws<IOException>(() =>
            Renames.Patiently(() => Refuse(0x80070020, times: int.MaxValue), waits.Add)
        );

        Assert.Equal("refusal 10", refusal.Message);
    }

    // ERROR_DISK_FULL.
    [Fact]
    public void What_does_not_pass_is_refused_at_once()
    {
        Assert.Throws<IOException>(() => Renames.Patiently(() => Refuse(0x80070070, times: 1), waits.Add));

        Assert.Empty(waits);
    }

    private void Refuse(uint reason, int times)
    {
        if (++attempts <= times)
        {
            throw new IOException($"refusal {attempts}", unchecked((int)reason));
        }
    }
}
