namespace GanDsl;

/// <summary>What becomes of a picture that cannot be read.</summary>
public enum DamagedPictures
{
    /// <summary>Reading ends with an exception that names the file.</summary>
    Refuse,

    /// <summary>The next picture in the order of the folder takes its place, every time; <see cref="ImageFolder.Skipped"/> lists it.</summary>
    Skip,
}
