namespace TorchSharp.Modules;

/// <summary>A module that has neither parameters nor buffers.</summary>
public interface IParameterLessModule { }
