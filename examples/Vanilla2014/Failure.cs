using GanDsl;

namespace Vanilla2014;

/// <summary>Turns what can go wrong for reasons outside the program into one sentence and an exit code.</summary>
public static class Failure
{
    /// <summary>0 if the work is done; 1, and one sentence, if the input, the device or the disk does not allow it.</summary>
    /// <remarks>Any other exception is a mistake in the program: it is left to end it, with its stack trace.</remarks>
    public static int ToExitCode(TextWriter error, Action work)
    {
        try
        {
            work();
            return 0;
        }
        catch (Exception failure) when (failure is GanException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(failure.Message);
            return 1;
        }
    }
}
