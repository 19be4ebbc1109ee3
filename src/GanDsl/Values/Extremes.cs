using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// The least and the greatest of the values that pass by. What is on the processor is looked at at once. Reading a number from another
/// device would wait for all that it has still to compute, so there the first tensors are looked at at once, and later ones together, one
/// wait for many.
/// </summary>
internal sealed class Extremes : IDisposable
{
    private const int LookedAtOneByOne = 3;
    private const int LookedAtTogether = 64;
    private const int MostValuesOfSpan = int.MaxValue / sizeof(float);

    // One thread may look at what it reads ahead while another one looks at what it is given.
    private readonly Lock use = new();

    /// <summary>The least value of each tensor since the last answer, and the greatest.</summary>
    private Tensor? seen;
    private int waiting;
    private long count;

    /// <summary>Looks at a tensor.</summary>
    /// <returns>
    /// The extremes of all values since the last answer, NaN where one of them is not a number; null where nobody has waited for them yet, or
    /// there are no values.
    /// </returns>
    public (double Least, double Greatest)? Next(Tensor tensor)
    {
        if (tensor.numel() == 0)
        {
            return null;
        }

        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        if (tensor.device_type == DeviceType.CPU)
        {
            return tensor.dtype == ScalarType.Float32 && !tensor.is_sparse && tensor.numel() <= MostValuesOfSpan
                ? OfMemory(tensor.detach().contiguous())
                : Read(Of(tensor.detach()));
        }

        return NextOfDevice(tensor);
    }

    /// <summary>The same for a tensor that it costs a wait to look at.</summary>
    internal (double Least, double Greatest)? NextOfDevice(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        lock (use)
        {
            if (seen is { } others && others.dtype != tensor.dtype)
            {
                seen = others.to(tensor.dtype).DetachFromDisposeScope();
                others.Dispose();
            }

            Add(tensor.detach());
            count++;
            if (count > LookedAtOneByOne && count % LookedAtTogether != 0)
            {
                return null;
            }

            var extremes = Read(Of(seen!.narrow(1, 0, waiting)));
            waiting = 0;
            return extremes;
        }
    }

    /// <summary>Forgets what was seen.</summary>
    public void Dispose()
    {
        lock (use)
        {
            seen?.Dispose();
            seen = null;
            waiting = 0;
        }
    }

    /// <summary>Writes down the extremes of a tensor: one operation of the device.</summary>
    private void Add(Tensor tensor)
    {
        if (seen is null)
        {
            seen = empty([2, LookedAtTogether], tensor.dtype, tensor.device).DetachFromDisposeScope();
        }

        Script.Unit.invoke("write", tensor, seen[0, waiting], seen[1, waiting]);
        waiting++;
    }

    /// <summary>[least, greatest], both NaN where one value is.</summary>
    private static Tensor Of(Tensor tensor)
    {
        var (least, greatest) = tensor.flatten().aminmax(0);
        return stack([least, greatest]);
    }

    private static (double Least, double Greatest) Read(Tensor extremes)
    {
        var numbers = extremes.to(ScalarType.Float64).cpu();
        return (numbers[0].item<double>(), numbers[1].item<double>());
    }

    /// <summary>TorchSharp's own answers new tensors.</summary>
    private static class Script
    {
        public static readonly jit.CompilationUnit Unit = jit.compile(
            """
            def write(values: Tensor, least: Tensor, greatest: Tensor):
              torch.aminmax(values, min=least, max=greatest)

            """
        );
    }

    // Not by torch: a data set may be read on a second thread, whose parallel operators would compete with those of the training step.
    private static (double Least, double Greatest) OfMemory(Tensor contiguous)
    {
        ReadOnlySpan<float> values = HostTensor.Values(contiguous);
        var (least, greatest) = (values[0], values[0]);
        var whole = values.Length - (values.Length % Vector<float>.Count);
        if (whole > 0)
        {
            var (leasts, greatests) = (new Vector<float>(values), new Vector<float>(values));
            for (var i = Vector<float>.Count; i < whole; i += Vector<float>.Count)
            {
                var next = new Vector<float>(values[i..]);
                leasts = Vector.Min(leasts, next);
                greatests = Vector.Max(greatests, next);
            }

            for (var i = 0; i < Vector<float>.Count; i++)
            {
                least = MathF.Min(least, leasts[i]);
                greatest = MathF.Max(greatest, greatests[i]);
            }
        }

        foreach (var value in values[whole..])
        {
            least = MathF.Min(least, value);
            greatest = MathF.Max(greatest, value);
        }

        GC.KeepAlive(contiguous);
        return (least, greatest);
    }
}
