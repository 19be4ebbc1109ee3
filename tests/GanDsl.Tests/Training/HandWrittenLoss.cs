using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Training;

/// <summary>
/// The losses as public training scripts write them: labels and probabilities for the min-max game, the formulas of the papers for the
/// others.
/// </summary>
internal sealed record HandWrittenLoss(
    Func<Tensor, Tensor, Tensor> Discriminator,
    Func<Tensor, Tensor, Tensor> Generator,
    Func<Tensor, Tensor> Score
)
{
    /// <summary>Whether the step record has a total loss and a value.</summary>
    public bool IsMinimax { get; private init; }

    /// <summary>Whether the generator's loss looks at real logits.</summary>
    public bool ComparesWithReal { get; private init; }

    public static HandWrittenLoss Named(GanLoss loss) =>
        loss switch
        {
            GanLoss.Saturating => Minimax((_, fake) => (1 - fake.sigmoid()).log().mean()),
            GanLoss.NonSaturating => Minimax((_, fake) => CrossEntropy(fake.sigmoid(), 1)),
            GanLoss.LeastSquares => new(
                (real, fake) => (0.5 * (real - 1).pow(2).mean()) + (0.5 * fake.pow(2).mean()),
                (_, fake) => 0.5 * (fake - 1).pow(2).mean(),
                Mean
            ),
            GanLoss.Wasserstein => new((real, fake) => -(real.mean() - fake.mean()), (_, fake) => -fake.mean(), Mean),
            GanLoss.Hinge => new(
                (real, fake) => functional.relu(1.0 - real).mean() + functional.relu(1.0 + fake).mean(),
                (_, fake) => -fake.mean(),
                Mean
            ),
            GanLoss.RelativisticAverage => new(Relativistic, (real, fake) => Relativistic(fake, real), Mean)
            {
                ComparesWithReal = true,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(loss)),
        };

    public static Tensor CrossEntropy(Tensor scores, int label) =>
        functional.binary_cross_entropy(scores, full_like(scores, label));

    private static HandWrittenLoss Minimax(Func<Tensor, Tensor, Tensor> generator) =>
        new(
            (real, fake) => CrossEntropy(real.sigmoid(), 1) + CrossEntropy(fake.sigmoid(), 0),
            generator,
            logits => logits.sigmoid().mean()
        )
        {
            IsMinimax = true,
        };

    private static Tensor Relativistic(Tensor more, Tensor less) =>
        CrossEntropy((more - less.mean()).sigmoid(), 1) + CrossEntropy((less - more.mean()).sigmoid(), 0);

    private static Tensor Mean(Tensor scores) => scores.mean();
}
