using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>What a declaration means.</summary>
/// <param name="Model">What to emit; null where nothing can be emitted for the type.</param>
/// <param name="Problems">The rules that the declaration breaks, in the order of the source.</param>
internal sealed record InferredGan(GanModel? Model, IReadOnlyList<Problem> Problems);
