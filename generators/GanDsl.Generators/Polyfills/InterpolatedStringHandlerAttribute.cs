namespace System.Runtime.CompilerServices;

/// <summary>Lets a type of ours take interpolated strings apart in netstandard2.0, which lacks this attribute.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class InterpolatedStringHandlerAttribute : Attribute;
