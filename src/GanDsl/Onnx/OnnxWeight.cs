using GanDsl.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>A parameter or a buffer of the network. It is converted when it is written, so that one copy at a time is in memory.</summary>
/// <param name="value">What it is in the graph.</param>
/// <param name="sizes">Its sizes there.</param>
/// <param name="tensor">The values.</param>
/// <param name="norm">What the values are divided by the answer of; null where they are not.</param>
internal sealed class OnnxWeight(OnnxValue value, IReadOnlyList<long> sizes, Tensor tensor, SpectralNorm? norm)
    : OnnxInitializer(value, sizes)
{
    public override long ByteCount => tensor.numel() * (Value.Type == OnnxType.Float16 ? sizeof(short) : sizeof(float));

    public override void Check()
    {
        using var scope = NewDisposeScope();
        var values = InFloat32();
        if (!AreFinite(values, part => part))
        {
            throw new GanException(
                $"Nothing is exported: {Value.Name} has values that are not finite, and no network computes with them; load weights from before "
                    + "training diverged, and train with a smaller learning rate."
            );
        }

        if (Value.Type == OnnxType.Float16 && !AreFinite(values, part => part.to(float16)))
        {
            throw new GanException(
                $"Nothing is exported: {Value.Name} has values beyond ±65,504, which float16 cannot hold; export in float32."
            );
        }
    }

    public override void Write(Stream stream)
    {
        using var scope = NewDisposeScope();
        var values = InFloat32();
        TensorBytes.Write(stream, Value.Type == OnnxType.Float16 ? values.to(float16) : values);
    }

    /// <summary>As in evaluation mode, where the estimate of the largest singular value stays as it is.</summary>
    private Tensor InFloat32()
    {
        var values = tensor.detach();
        if (norm is null)
        {
            return values.to(float32);
        }

        using var evaluation = new Training.EvaluationMode(norm);
        return (values / norm.call(values)).to(float32);
    }

    /// <summary>Part by part, because the look at a tensor takes several times its memory.</summary>
    private static bool AreFinite(Tensor values, Func<Tensor, Tensor> converted)
    {
        foreach (var part in TensorBytes.Parts(values.contiguous()))
        {
            using var scope = NewDisposeScope();
            if (!FiniteValues.Are(converted(part)))
            {
                return false;
            }
        }

        return true;
    }
}
