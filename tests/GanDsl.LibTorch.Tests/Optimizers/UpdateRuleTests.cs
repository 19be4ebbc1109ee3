using GanDsl.LibTorch.Tests.Modules;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Optimizers;

/// <summary>
/// Every combination of options, against PyTorch 1.13: six steps in 64 bits on the loss Σ aᵢ pᵢ⁴ / 4 - bᵢ pᵢ from
/// p = (0.7, -1.2, 0.3), with a = (1.5, 0.8, -0.6) and b = (0.2, -0.5, 0.9).
/// </summary>
public class UpdateRuleTests
{
    [Theory]
    [InlineData(0.0, false, false, new[] { 0.4624162861998772, -0.9236254468603937, 0.6008617298593404 })]
    [InlineData(0.0, false, true, new[] { 1.0038357098045958, -1.5048840289174847, 0.00028676788659889874 })]
    [InlineData(0.0, true, false, new[] { 0.4653014459552986, -0.9240608455801902, 0.6008617298593404 })]
    [InlineData(0.0, true, true, new[] { 1.0038357098045958, -1.5048840289174847, 0.00028676788659889874 })]
    [InlineData(0.1, false, false, new[] { 0.4457371576163088, -0.9198257061195321, 0.6005967930300288 })]
    [InlineData(0.1, false, true, new[] { 1.0029248721966428, -1.5048815075529158, 0.0006124729535187529 })]
    [InlineData(0.1, true, false, new[] { 0.4477278318074106, -0.9200029300209323, 0.6005967930300288 })]
    [InlineData(0.1, true, true, new[] { 1.0029248721966428, -1.5048815075529158, 0.0006124729535187529 })]
    public void Adam(double weightDecay, bool amsgrad, bool maximize, double[] expected) =>
        AssertSteps(p => optim.Adam(p, 0.05, 0.8, 0.95, 1e-4, weightDecay, amsgrad, maximize), expected);

    [Theory]
    [InlineData(0.0, false, false, new[] { 0.4624162861998772, -0.9236254468603937, 0.6008617298593404 })]
    [InlineData(0.0, false, true, new[] { 1.0038357098045958, -1.5048840289174847, 0.00028676788659889874 })]
    [InlineData(0.0, true, false, new[] { 0.4653014459552986, -0.9240608455801902, 0.6008617298593404 })]
    [InlineData(0.0, true, true, new[] { 1.0038357098045958, -1.5048840289174847, 0.00028676788659889874 })]
    [InlineData(0.1, false, false, new[] { 0.4520693055436721, -0.8962387076719609, 0.5881974221012907 })]
    [InlineData(0.1, false, true, new[] { 0.979662276977436, -1.465485226411443, -0.004877251317797489 })]
    [InlineData(0.1, true, false, new[] { 0.4549566576151225, -0.8970065388919402, 0.5881974221012907 })]
    [InlineData(0.1, true, true, new[] { 0.979662276977436, -1.465485226411443, -0.004877251317797489 })]
    public void AdamW(double weightDecay, bool amsgrad, bool maximize, double[] expected) =>
        AssertSteps(p => optim.AdamW(p, 0.05, 0.8, 0.95, 1e-4, weightDecay, amsgrad, maximize), expected);

    [Theory]
    [InlineData(0.0, 0.0, 0.0, false, false, new[] { 0.6267775356920241, -1.0188525029086994, 0.5844361468416898 })]
    [InlineData(0.0, 0.0, 0.0, false, true, new[] { 0.8280155573324155, -1.6435298081358394, 0.028232204363150274 })]
    [InlineData(0.0, 0.0, 0.1, false, false, new[] { 0.6112159626034422, -0.9955581514302232, 0.5715233077900095 })]
    [InlineData(0.9, 0.0, 0.0, false, false, new[] { 0.498889175761178, -0.718959251245598, 1.1793011793520372 })]
    [InlineData(0.9, 0.0, 0.0, false, true, new[] { 1.1288057393814928, -2.865297342425878, -0.5077768215095096 })]
    [InlineData(0.9, 0.0, 0.0, true, false, new[] { 0.4927809771753157, -0.7395770719484162, 1.4953690701530458 })]
    [InlineData(0.9, 0.0, 0.0, true, true, new[] { 1.4582213998697926, -5.987451452772983, -0.6908607702378196 })]
    [InlineData(0.9, 0.0, 0.1, false, false, new[] { 0.4558959272565275, -0.6554085015593503, 1.1345419967510972 })]
    [InlineData(0.9, 0.0, 0.1, true, false, new[] { 0.4486141007727849, -0.6777295784483873, 1.416453000636446 })]
    [InlineData(0.9, 0.3, 0.0, false, false, new[] { 0.5310709921294703, -0.7822353120974231, 0.9664856146018448 })]
    [InlineData(0.9, 0.3, 0.0, false, true, new[] { 0.9981607540173236, -2.2424861085365286, -0.3304481365747916 })]
    [InlineData(0.9, 0.3, 0.1, false, false, new[] { 0.49483687125422404, -0.7273316745479232, 0.9358113360867417 })]
    public void SGD(
        double momentum,
        double dampening,
        double weightDecay,
        bool nesterov,
        bool maximize,
        double[] expected
    ) => AssertSteps(p => optim.SGD(p, 0.05, momentum, dampening, weightDecay, nesterov, maximize), expected);

    [BeyondTheory("the weights grow instead of decay.")]
    [InlineData(0.0, 0.0, 0.1, false, true, new[] { 0.7976325863461065, -1.5737761830510857, 0.022767572865975166 })]
    [InlineData(0.9, 0.0, 0.1, false, true, new[] { 1.0225897287575507, -2.5708406401062796, -0.5203865738742894 })]
    [InlineData(0.9, 0.0, 0.1, true, true, new[] { 1.2450915103301508, -4.73462249055856, -0.6954516122349017 })]
    [InlineData(0.9, 0.3, 0.1, false, true, new[] { 0.9268139875546735, -2.0746655338320785, -0.34294089060965 })]
    public void SGD_upwards_with_weight_decay(
        double momentum,
        double dampening,
        double weightDecay,
        bool nesterov,
        bool maximize,
        double[] expected
    ) => AssertSteps(p => optim.SGD(p, 0.05, momentum, dampening, weightDecay, nesterov, maximize), expected);

    [Theory]
    [InlineData(0.0, false, 0.0, false, new[] { 0.5987740838989073, -1.0894408993991105, 0.42162331200688163 })]
    [InlineData(0.0, false, 0.0, true, new[] { 0.8357412606854782, -1.3299410723061487, 0.1792813302725526 })]
    [InlineData(0.0, false, 0.1, false, new[] { 0.5954036674623923, -1.088336992351582, 0.42136622743771196 })]
    [InlineData(0.0, false, 0.1, true, new[] { 0.8380701667656695, -1.3308626561939607, 0.1795366576906485 })]
    [InlineData(0.0, true, 0.0, false, new[] { 0.5866085494516327, -1.072710389628853, 0.4435947608374576 })]
    [InlineData(0.0, true, 0.0, true, new[] { 0.8620453383133919, -1.3548842350562702, 0.15771168857680434 })]
    [InlineData(0.0, true, 0.1, false, new[] { 0.5815720547925268, -1.071047416723618, 0.44323079800427345 })]
    [InlineData(0.0, true, 0.1, true, new[] { 0.8646729887520593, -1.3560539136583323, 0.15807930861554317 })]
    [InlineData(0.9, false, 0.0, false, new[] { 0.41713699254048303, -0.8623163548604414, 0.7028731345005035 })]
    [InlineData(0.9, false, 0.0, true, new[] { 1.1645105138381822, -1.6417455346473886, -0.09740935140346607 })]
    [InlineData(0.9, false, 0.1, false, new[] { 0.39611737914047673, -0.8552679415802752, 0.7015731929553881 })]
    [InlineData(0.9, false, 0.1, true, new[] { 1.1720962170832097, -1.6454335994780045, -0.09599913136019725 })]
    [InlineData(0.9, true, 0.0, false, new[] { 0.40203960339969474, -0.8322628611569388, 0.7598408540451628 })]
    [InlineData(0.9, true, 0.0, true, new[] { 1.2306287433297265, -1.7072502696803715, -0.15207822360130535 })]
    [InlineData(0.9, true, 0.1, false, new[] { 0.37609090711525334, -0.8224697362776646, 0.7581126193361216 })]
    [InlineData(0.9, true, 0.1, true, new[] { 1.2376956907033327, -1.711224552284739, -0.15012501013180865 })]
    public void RMSProp(double momentum, bool centered, double weightDecay, bool maximize, double[] expected) =>
        AssertSteps(p => optim.RMSProp(p, 0.01, 0.9, 1e-4, weightDecay, momentum, centered, maximize), expected);

    private static void AssertSteps(Func<IEnumerable<Parameter>, optim.Optimizer> create, double[] expected)
    {
        using var scope = NewDisposeScope();
        var p = Quartic.Start();
        using var optimizer = create([p]);
        for (var i = 0; i < 6; i++)
        {
            optimizer.zero_grad();
            Quartic.Loss(p).backward();
            optimizer.step();
        }

        var found = p.data<double>().ToArray();
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.InRange(found[i], expected[i] - 1e-13, expected[i] + 1e-13);
        }
    }
}
