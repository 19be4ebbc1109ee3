extern alias Runtime;
using Runtime::GanDsl;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Building;

/// <summary>An emitted GAN as the fuzzer drives it; the driver that is compiled with each declaration implements this.</summary>
public interface ITrainable : IDisposable
{
    /// <summary>Creates the GAN through its options.</summary>
    void Create(int batchSize);

    /// <summary>The GAN itself.</summary>
    IGan Gan { get; }

    nn.Module Generator { get; }

    nn.Module Discriminator { get; }

    /// <summary>Both as PyTorch modules.</summary>
    string PyTorchSource { get; }

    /// <summary>Trains one step on random data and answers the losses.</summary>
    (float Discriminator, float Generator) Step();

    /// <summary>Samples two examples.</summary>
    Tensor Sample();
}
