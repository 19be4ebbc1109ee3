namespace TorchSharp.Modules;

/// <summary>Base class of modules that have neither parameters nor buffers, so that moving and converting them is nothing.</summary>
/// <typeparam name="T1">Type of the argument.</typeparam>
/// <typeparam name="TResult">Type of the result.</typeparam>
public abstract class ParameterLessModule<T1, TResult> : torch.nn.Module<T1, TResult>, IParameterLessModule
{
    /// <summary>Creates a module without parameters, in training mode.</summary>
    /// <param name="name">The name that <see cref="torch.nn.Module.GetName"/> returns.</param>
    protected ParameterLessModule(string name)
        : base(name) { }

    /// <summary>Refuses: this module is declared to have no buffers.</summary>
    /// <param name="name">Name of the buffer.</param>
    /// <param name="tensor">The buffer.</param>
    /// <param name="persistent">Whether the buffer would be saved.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void register_buffer(string name, torch.Tensor tensor, bool persistent = true) =>
        throw Refusal("buffer", name);

    /// <summary>Refuses: this module is declared to have no parameters.</summary>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="param">The parameter.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void register_parameter(string name, Parameter param) => throw Refusal("parameter", name);

    /// <summary>Adds a sub-module, which must have no parameters either.</summary>
    /// <param name="name">Name of the sub-module in this module, without dots.</param>
    /// <param name="submodule">The sub-module.</param>
    /// <exception cref="InvalidOperationException"><paramref name="submodule"/> may have parameters.</exception>
    public override void register_module(string name, torch.nn.Module submodule)
    {
        if (submodule is not IParameterLessModule)
        {
            throw Refusal("module with parameters", name);
        }

        base.register_module(name, submodule);
    }

    /// <summary>Nothing to do: there is no parameter to move or convert.</summary>
    /// <param name="device">The target device.</param>
    /// <param name="dtype">The target element type.</param>
    /// <param name="non_blocking">Not used.</param>
    /// <returns>This module.</returns>
    protected internal override torch.nn.Module _to(torch.Device device, torch.ScalarType dtype, bool non_blocking) =>
        this;

    /// <summary>Nothing to do: there is no parameter to move.</summary>
    /// <param name="deviceType">The kind of device.</param>
    /// <param name="deviceIndex">The index of the device.</param>
    /// <param name="non_blocking">Not used.</param>
    /// <returns>This module.</returns>
    protected internal override torch.nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;

    /// <summary>Nothing to do: there is no parameter to convert.</summary>
    /// <param name="dtype">The target element type.</param>
    /// <param name="non_blocking">Not used.</param>
    /// <returns>This module.</returns>
    protected internal override torch.nn.Module _to(torch.ScalarType dtype, bool non_blocking) => this;

    private InvalidOperationException Refusal(string kind, string name) =>
        new(
            $"The {kind} '{name}' cannot be added to {GetName()}, which is declared to have no parameters: "
                + "derive from torch.nn.Module<T, TResult> instead."
        );
}
