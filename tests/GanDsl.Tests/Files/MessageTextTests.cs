namespace GanDsl.Tests;

/// <summary>Text of a file stays one readable line in a message, whatever the file holds.</summary>
public sealed class MessageTextTests
{
    [Theory]
    [InlineData("größe 木 😀", "größe 木 😀")]
    [InlineData("a\nb\tc\0d\u001Be", "a?b?c?d?e")]
    [InlineData("a\u202Eb\u200Bc", "a?b?c")]
    [InlineData("a\u2028b\u2029c", "a?b?c")]
    [InlineData("a\uE000b\u0378c", "a?b?c")]
    public void What_cannot_be_shown_in_a_line_is_a_question_mark(string text, string expected) =>
        Assert.Equal(expected, MessageText.Of(text));

    [Theory]
    [InlineData(199)]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(10_000)]
    public void Of_a_long_text_the_beginning_is_shown(int length) =>
        Assert.Equal(
            new string('a', Math.Min(length, 200)) + (length > 200 ? "…" : ""),
            MessageText.Of(new string('a', length))
        );

    [Theory]
    [InlineData("It is damaged. Path: /home/me", "It is damaged")]
    [InlineData("It is damaged.", "It is damaged")]
    [InlineData("Version 1.0 is\nold. Take another.", "Version 1.0 is?old")]
    public void The_first_sentence_is_without_its_full_stop(string message, string expected) =>
        Assert.Equal(expected, MessageText.FirstSentenceOf(message));
}
