namespace GanDsl;

/// <summary>Something that holds the discriminator back. Stands on the class of the GAN; docs/reference/losses.md compares them.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class RegularizerAttribute : Attribute
{
    private protected RegularizerAttribute() { }

    /// <summary>The name that the user types, such as <c>GradientPenalty</c>.</summary>
    internal string Kind
    {
        get
        {
            var type = GetType().Name;
            return type.Substring(0, type.Length - nameof(Attribute).Length);
        }
    }

    /// <summary>What is wrong with the arguments.</summary>
    internal virtual IEnumerable<LayerProblem> ArgumentProblems() => [];
}
