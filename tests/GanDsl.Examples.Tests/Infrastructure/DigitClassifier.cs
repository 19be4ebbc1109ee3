using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Examples.Tests.Infrastructure;

/// <summary>A small convolutional classifier of digits, trained on real ones.</summary>
internal sealed class DigitClassifier : IDisposable
{
    private const int Classes = 10;
    private const int Rows = 50;
    private const int Epochs = 4;

    private readonly nn.Module<Tensor, Tensor> network = nn.Sequential(
        nn.Conv2d(1, 8, 5, stride: 2, padding: 2),
        nn.ReLU(),
        nn.Conv2d(8, 16, 5, stride: 2, padding: 2),
        nn.ReLU(),
        nn.Flatten(),
        nn.Linear(16 * 7 * 7, Classes)
    );

    private DigitClassifier() { }

    public static DigitClassifier Train(Dataset data, int seed)
    {
        manual_seed(seed);
        var classifier = new DigitClassifier();
        using var optimizer = optim.Adam(classifier.network.parameters(), 2e-3);
        var random = new Random(seed);
        int[] order = [.. Enumerable.Range(0, data.Count)];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var rows in order.Chunk(Rows))
            {
                using var scope = NewDisposeScope();
                var labels = tensor(rows.Select(row => (long)data.Labels![row]).ToArray());
                var loss = nn.functional.cross_entropy(classifier.network.forward(data.Read(rows)), labels);
                optimizer.zero_grad();
                loss.backward();
                optimizer.step();
            }
        }

        return classifier;
    }

    /// <summary>The share of images that it takes for what they are said to be.</summary>
    public double Share(Tensor images, IReadOnlyList<int> labels)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var said = tensor(labels.Select(label => (long)label).ToArray());
        return network.forward(images.cpu()).argmax(1).eq(said).to(float32).mean().item<float>();
    }

    public void Dispose() => network.Dispose();
}
