using TorchSharp;
using TorchSharp.Modules;
using static GanDsl.LibTorch.Tests.Modules.Waves;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Modules;

/// <summary>
/// After manual_seed(1234) PyTorch 1.13 draws these parameters, on every machine: the generator is Mersenne Twister and
/// the bounds are those of torch.nn.
/// </summary>
[Collection(nameof(GlobalState))]
public class DefaultInitialisationTests
{
    [Fact]
    public void Linear()
    {
        manual_seed(1234);
        using var module = nn.Linear(4, 3);
        Assert.Equal(
            [
                -0.471020758f,
                -0.0981014371f,
                -0.240155816f,
                -0.133358657f,
                -0.441699266f,
                0.200644732f,
                -0.44820261f,
                -0.0318607688f,
                0.173806131f,
                -0.168538034f,
                0.283708036f,
                0.0630632043f,
            ],
            Floats(module.weight)
        );
        Assert.Equal([0.274850488f, 0.320802569f, -0.22072345f], Floats(module.bias!));
    }

    [Fact]
    public void Conv1d()
    {
        manual_seed(1234);
        using var module = nn.Conv1d(2, 3, 3);
        Assert.Equal(
            [
                -0.384586841f,
                -0.0800994933f,
                -0.196086407f,
                -0.10888689f,
                -0.36064595f,
                0.16382575f,
                -0.365955919f,
                -0.0260142107f,
                0.141912118f,
                -0.137610734f,
                0.231646657f,
                0.0514908917f,
                0.224414498f,
                0.261934221f,
                -0.180219948f,
                0.148366481f,
                -0.176628664f,
                0.127969846f,
            ],
            Floats(module.weight)
        );
        Assert.Equal([-0.213304982f, 0.188843012f, 0.0826479346f], Floats(module.bias!));
    }

    [Fact]
    public void Conv2d()
    {
        manual_seed(1234);
        using var module = nn.Conv2d(2, 2, (2, 1), groups: 2);
        Assert.Equal([-0.666123927f, -0.138736382f, -0.339631617f, -0.18859762f], Floats(module.weight));
        Assert.Equal([-0.624657094f, 0.283754498f], Floats(module.bias!));
    }

    [Fact]
    public void Conv3d()
    {
        manual_seed(1234);
        using var module = nn.Conv3d(1, 2, (1, 2, 2));
        Assert.Equal(
            [
                -0.471020758f,
                -0.0981014371f,
                -0.240155816f,
                -0.133358657f,
                -0.441699266f,
                0.200644732f,
                -0.44820261f,
                -0.0318607688f,
            ],
            Floats(module.weight)
        );
        Assert.Equal([0.173806131f, -0.168538034f], Floats(module.bias!));
    }

    [Fact]
    public void ConvTranspose1d()
    {
        manual_seed(1234);
        using var module = nn.ConvTranspose1d(2, 3, 2);
        Assert.Equal(
            [
                -0.384586841f,
                -0.0800994933f,
                -0.196086407f,
                -0.10888689f,
                -0.36064595f,
                0.16382575f,
                -0.365955919f,
                -0.0260142107f,
                0.141912118f,
                -0.137610734f,
                0.231646657f,
                0.0514908917f,
            ],
            Floats(module.weight)
        );
        Assert.Equal([0.224414498f, 0.261934221f, -0.180219948f], Floats(module.bias!));
    }

    [Fact]
    public void ConvTranspose2d()
    {
        manual_seed(1234);
        using var module = nn.ConvTranspose2d(2, 3, 2);
        Assert.Equal(
            [
                -0.271943957f,
                -0.056638889f,
                -0.138654023f,
                -0.0769946575f,
                -0.255015194f,
                0.11584229f,
                -0.2587699f,
                -0.0183948223f,
                0.100347012f,
                -0.0973054767f,
                0.163798913f,
                0.0364095569f,
                0.158684999f,
                0.185215443f,
                -0.127434745f,
                0.10491094f,
                -0.124895319f,
                0.0904883444f,
                -0.15082939f,
                0.133532166f,
                0.0584409125f,
                -0.112971023f,
                -0.141593903f,
                0.0746871084f,
            ],
            Floats(module.weight)
        );
        Assert.Equal([0.269340277f, 0.138534755f, -0.0278756749f], Floats(module.bias!));
    }

    [Fact]
    public void ConvTranspose3d()
    {
        manual_seed(1234);
        using var module = nn.ConvTranspose3d(1, 2, (1, 1, 2));
        Assert.Equal([-0.471020758f, -0.0981014371f, -0.240155816f, -0.133358657f], Floats(module.weight));
        Assert.Equal([-0.441699266f, 0.200644732f], Floats(module.bias!));
    }

    [Fact]
    public void Embedding()
    {
        manual_seed(1234);
        using var module = nn.Embedding(3, 4, padding_idx: 1);
        Assert.Equal(
            [
                0.0461304635f,
                0.402402818f,
                -1.01152909f,
                0.216738239f,
                0.0f,
                0.0f,
                0.0f,
                0.0f,
                -0.266860574f,
                2.17846584f,
                0.102137297f,
                -0.259009689f,
            ],
            Floats(module.weight!)
        );
    }

    [Fact]
    public void Normalisations_draw_nothing()
    {
        manual_seed(1234);
        using var module = nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2), nn.Linear(2, 1));

        Assert.Equal([-0.63385421f, -0.0450579301f], Floats(module.get_parameter("2.weight")!));
    }

    [Fact]
    public void Reset_draws_again()
    {
        using var module = nn.Conv1d(2, 3, 3);
        manual_seed(1234);
        module.reset_parameters();

        Assert.Equal([-0.213304982f, 0.188843012f, 0.0826479346f], Floats(module.bias!));
    }
}
