namespace GanDsl.Training;

/// <summary>Steps of one kind ask the device for the same work.</summary>
/// <param name="Rows">The real rows.</param>
/// <param name="DiscriminatorSteps">k.</param>
/// <param name="HasLatents">Whether latents are given.</param>
/// <param name="Penalties">Which lazy penalties are due in which update of D.</param>
internal readonly record struct StepKind(long Rows, int DiscriminatorSteps, bool HasLatents, string Penalties);
