using System.Reflection;
using GanDsl.Tests.Models;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Robustness;

/// <summary>A GAN whose numbers cannot be fetched any more, as on a GPU that has stopped, is freed all the same.</summary>
public sealed class LostStepNumbersTests
{
    private const string Lost =
        "The numbers of this step are lost: when its GAN was disposed, they could not be fetched from the device (";

    [Fact]
    public void What_cannot_be_fetched_is_given_up_and_all_else_freed()
    {
        using var real = new DropoutGan.Points(zeros(8, 2));
        using (var before = new DropoutGan())
        {
            // What is made once for all GANs.
            before.Step(real);
        }

        var live = Live.Count;
        var gan = new DropoutGan();
        var (read, unread) = (gan.Step(real), gan.Step(real));
        var loss = read.DiscriminatorLoss;
        Lose(gan);

        gan.Dispose();

        Assert.Equal(live, Live.Count);
        Assert.Equal(loss, read.DiscriminatorLoss);
        Assert.StartsWith(
            Lost,
            Assert.Throws<GanException>(() => unread.DiscriminatorLoss).Message,
            StringComparison.Ordinal
        );
        gan.Dispose();
    }

    [Fact]
    public void Disposal_does_not_take_the_place_of_what_went_wrong_before()
    {
        static void Train()
        {
            using var gan = new DropoutGan();
            Lose(gan);
            throw new InvalidOperationException("first");
        }

        Assert.Equal("first", Assert.Throws<InvalidOperationException>(Train).Message);
    }

    /// <summary>Takes the numbers away from under the log.</summary>
    private static void Lose(DropoutGan gan) => ((Tensor)Field(Field(Field(gan, "log"), "page"), "onDevice")).Dispose();

    private static object Field(object owner, string name) =>
        owner.GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(owner)!;
}
