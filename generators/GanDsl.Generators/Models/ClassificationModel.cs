namespace GanDsl.Generators.Models;

/// <summary>That a layer names the class of its input.</summary>
/// <param name="Classes">The number of classes.</param>
/// <param name="Weight">How much the cross-entropy counts beside the loss.</param>
internal sealed record ClassificationModel(int Classes, double Weight);
