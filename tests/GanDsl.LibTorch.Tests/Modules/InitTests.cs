using TorchSharp;
using static GanDsl.LibTorch.Tests.Modules.Waves;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Modules;

/// <summary>What torch.nn.init of PyTorch 1.13 gives after manual_seed(1234).</summary>
[Collection(nameof(GlobalState))]
public class InitTests
{
    [Fact]
    public void Uniform()
    {
        using var scope = NewDisposeScope();
        manual_seed(1234);
        var tensor = torch.empty(2, 3);
        var result = nn.init.uniform_(tensor, -2, 5);

        Assert.Same(tensor, result);
        Assert.Equal(
            [-1.79714537f, 0.81328994f, -0.181090713f, 0.566489398f, -1.59189487f, 2.90451312f],
            Floats(result)
        );
    }

    [Fact]
    public void Normal()
    {
        using var scope = NewDisposeScope();
        manual_seed(1234);
        var tensor = torch.empty(2, 3);
        var result = nn.init.normal_(tensor, 1.5, 0.25);

        Assert.Same(tensor, result);
        Assert.Equal([1.51153266f, 1.60060072f, 1.24711776f, 1.55418456f, 1.3469317f, 1.62590265f], Floats(result));
    }

    [Fact]
    public void Normal_of_more_than_sixteen()
    {
        using var scope = NewDisposeScope();
        manual_seed(1234);
        var tensor = torch.empty(20);
        var result = nn.init.normal_(tensor);

        Assert.Same(tensor, result);
        Assert.Equal(
            [
                -0.111718565f,
                -0.496590108f,
                0.163073704f,
                -0.88168776f,
                0.28909719f,
                0.489870846f,
                -0.385274619f,
                -0.712034583f,
                0.636912644f,
                -0.714080095f,
                -1.0831244f,
                -0.554724216f,
                -1.32481194f,
                0.696980536f,
                -0.66305387f,
                1.21575689f,
                -2.52733517f,
                1.47778428f,
                -0.169623628f,
                -0.99185735f,
            ],
            Floats(result)
        );
    }

    [BeyondFact("the values are multiplied by the mean and shifted by the deviation.")]
    public void Truncated_normal()
    {
        using var scope = NewDisposeScope();
        manual_seed(1234);
        var tensor = torch.empty(2, 4);
        var result = nn.init.trunc_normal_(tensor, 0.5, 2, -1, 1.5);

        Assert.Same(tensor, result);
        AssertClose(
            [-0.911975145, 0.0626104772, -0.284633696, -0.021954, -0.825610876, 0.763007641, -0.844548225, 0.219518572],
            result,
            1e-6
        );
    }

    [Fact]
    public void Xavier_uniform()
    {
        using var scope = NewDisposeScope();
        manual_seed(1234);
        var tensor = torch.empty(2, 3);
        var result = nn.init.xavier_uniform_(tensor, 2);

        Assert.Same(tensor, result);
        Assert.Equal(
            [-2.06390953f, -0.429858983f, -1.05231011f, -0.584348381f, -1.93542933f, 0.879181206f],
            Floats(result)
        );
    }

    [BeyondFact("the values are uniform.")]
    public void Xavier_normal()
    {
        using var scope = NewDisposeScope();
        manual_seed(1234);
        var tensor = torch.empty(2, 3);
        var result = nn.init.xavier_normal_(tensor, 2);

        Assert.Same(tensor, result);
        Assert.Equal(
            [0.0583509319f, 0.509003758f, -1.2794944f, 0.274154603f, -0.774471045f, 0.637022793f],
            Floats(result)
        );
    }

    [Fact]
    public void Kaiming_uniform()
    {
        using var scope = NewDisposeScope();
        manual_seed(1234);
        var tensor = torch.empty(2, 3, 2);
        var result = nn.init.kaiming_uniform_(tensor, 0.2, nn.init.FanInOut.FanOut);

        Assert.Same(tensor, result);
        Assert.Equal(
            [
                -1.13135529f,
                -0.235632017f,
                -0.576835573f,
                -0.320317119f,
                -1.06092727f,
                0.481933028f,
                -1.07654786f,
                -0.0765270889f,
                0.417468816f,
                -0.404815257f,
                0.681444645f,
                0.151472911f,
            ],
            Floats(result)
        );
    }

    [Fact]
    public void Kaiming_normal()
    {
        using var scope = NewDisposeScope();
        manual_seed(1234);
        var tensor = torch.empty(2, 3, 2);
        var result = nn.init.kaiming_normal_(tensor, nonlinearity: nn.init.NonlinearityType.ReLU);

        Assert.Same(tensor, result);
        Assert.Equal(
            [
                0.026633434f,
                0.232327387f,
                -0.584006608f,
                0.125133872f,
                -0.353496045f,
                0.290759802f,
                0.133348748f,
                0.400148392f,
                -0.154072016f,
                1.25773776f,
                0.0589689948f,
                -0.149539322f,
            ],
            Floats(result)
        );
    }

    [Fact]
    public void Orthogonal_wide()
    {
        using var scope = NewDisposeScope();
        manual_seed(1234);
        var tensor = torch.empty(2, 3);
        var result = nn.init.orthogonal_(tensor, 1.5);

        Assert.Same(tensor, result);
        AssertClose([0.0635050535, 0.553964257, -1.39251244, 0.810131371, -1.18525815, -0.434569269], result, 1e-6);
    }

    [Fact]
    public void Orthogonal_tall()
    {
        using var scope = NewDisposeScope();
        manual_seed(1234);
        var tensor = torch.empty(4, 2);
        var result = nn.init.orthogonal_(tensor);

        Assert.Same(tensor, result);
        AssertClose(
            [0.0382624865, 0.44609338, -0.839004695, -0.0281518698, -0.507844985, 0.384757817, 0.19157356, 0.8075701],
            result,
            1e-6
        );
    }

    [Fact]
    public void Dirac()
    {
        using var scope = NewDisposeScope();
        manual_seed(1234);
        var tensor = torch.empty(3, 2, 3);
        var result = nn.init.dirac_(tensor);

        Assert.Same(tensor, result);
        Assert.Equal(
            [
                0.0f,
                1.0f,
                0.0f,
                0.0f,
                0.0f,
                0.0f,
                0.0f,
                0.0f,
                0.0f,
                0.0f,
                1.0f,
                0.0f,
                0.0f,
                0.0f,
                0.0f,
                0.0f,
                0.0f,
                0.0f,
            ],
            Floats(result)
        );
    }

    [Fact]
    public void Orthogonal_columns_are_orthonormal()
    {
        using var scope = NewDisposeScope();
        var matrix = nn.init.orthogonal_(torch.empty(6, 4, dtype: ScalarType.Float64));

        AssertClose([.. eye(4).reshape(-1).data<float>().Select(value => (double)value)], matrix.t().matmul(matrix));
    }

    [Fact]
    public void Constants()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([1, 1], Floats(nn.init.ones_(torch.empty(2))));
        Assert.Equal([0, 0], Floats(nn.init.zeros_(torch.empty(2))));
        Assert.Equal([2.5f, 2.5f], Floats(nn.init.constant_(torch.empty(2), 2.5)));
        Assert.Equal([1, 0, 0, 0, 1, 0], Floats(nn.init.eye_(torch.empty(2, 3))));
    }

    [Fact]
    public void Leaves_no_trace_for_gradients()
    {
        using var scope = NewDisposeScope();
        var parameter = nn.Parameter(torch.empty(2, 2));
        foreach (
            var fill in new Func<Tensor, Tensor>[]
            {
                t => nn.init.uniform_(t),
                t => nn.init.normal_(t),
                t => nn.init.trunc_normal_(t),
                t => nn.init.orthogonal_(t),
                t => nn.init.eye_(t),
                t => nn.init.constant_(t, 3),
            }
        )
        {
            fill(parameter);
            Assert.True(parameter.is_leaf);
            Assert.True(parameter.requires_grad);
        }
    }

    [Theory]
    [InlineData(nn.init.NonlinearityType.Linear, 0, 1)]
    [InlineData(nn.init.NonlinearityType.ConvTranspose2D, 0, 1)]
    [InlineData(nn.init.NonlinearityType.Sigmoid, 0, 1)]
    [InlineData(nn.init.NonlinearityType.Tanh, 0, 5.0 / 3)]
    [InlineData(nn.init.NonlinearityType.ReLU, 0, 1.4142135623730951)]
    [InlineData(nn.init.NonlinearityType.LeakyReLU, 0.01, 1.4141428569978354)]
    [InlineData(nn.init.NonlinearityType.LeakyReLU, 0.2, 1.3867504905630728)]
    public void Gains(nn.init.NonlinearityType nonlinearity, double param, double expected) =>
        Assert.Equal(expected, nn.init.calculate_gain(nonlinearity, param), 15);

    [Fact]
    public void Fans_count_the_kernel()
    {
        using var scope = NewDisposeScope();
        Assert.Equal((3, 2), nn.init.CalculateFanInAndFanOut(torch.empty(2, 3)));
        Assert.Equal((3 * 20, 2 * 20), nn.init.CalculateFanInAndFanOut(torch.empty(2, 3, 4, 5)));
        Assert.Throws<ArgumentException>(() => nn.init.CalculateFanInAndFanOut(torch.empty(2)));
    }
}
