namespace GanDsl.Generators.Inference;

/// <summary>What is fixed about a network before its layers are looked at.</summary>
/// <param name="Name">"Generator" or "Discriminator": also the prefix of its generated options.</param>
/// <param name="Property">The generated property that holds it: G or D.</param>
/// <param name="InputName">What its input is called.</param>
/// <param name="Input">The shape of one input.</param>
/// <param name="IsKnown">Whether the input was declared; else nothing can be inferred from it.</param>
internal sealed record NetworkRole(string Name, string Property, string InputName, Shape Input, bool IsKnown);
