namespace GanDsl.LibTorch.Tests.Modules;

/// <summary>Tests of what the process has once, such as the global generator and the count of tensors: one at a time.</summary>
[CollectionDefinition(nameof(GlobalState), DisableParallelization = true)]
public class GlobalState { }
