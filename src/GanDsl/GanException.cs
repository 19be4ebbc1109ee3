namespace GanDsl;

/// <summary>
/// A GAN cannot be declared, built, trained, read or saved as asked. The message is one sentence for a person: what was
/// found, what was needed, what to do.
/// </summary>
public class GanException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One sentence: what was found, what was needed, what to do.</param>
    public GanException(string message)
        : base(message) { }

    /// <summary>Creates the exception with the failure that led to it.</summary>
    /// <param name="message">One sentence: what was found, what was needed, what to do.</param>
    /// <param name="innerException">The failure underneath, such as an <see cref="System.IO.IOException"/>.</param>
    public GanException(string message, Exception innerException)
        : base(message, innerException) { }
}
