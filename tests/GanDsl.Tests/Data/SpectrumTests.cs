namespace GanDsl.Tests;

public sealed class SpectrumTests
{
    // Against the definition of the discrete Fourier transform, summed up in decimal places that a fast one does not share.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(64)]
    public void Is_the_energy_of_the_discrete_Fourier_transform(int length)
    {
        var random = SplitMix64.Of(length, 0);
        var signal = new float[length];
        foreach (ref var value in signal.AsSpan())
        {
            value = (float)random.NextDouble(-1, 1);
        }

        var spectrum = Spectrum.Energy(signal);

        Assert.Equal(length / 2 + 1, spectrum.Length);
        for (var k = 0; k < spectrum.Length; k++)
        {
            var real = signal.Select((value, i) => value * Math.Cos(2 * Math.PI * i * k / length)).Sum();
            var imaginary = signal.Select((value, i) => value * Math.Sin(2 * Math.PI * i * k / length)).Sum();
            Assert.Equal(real * real + imaginary * imaginary, spectrum[k], 1e-9);
        }
    }

    [Fact]
    public void Another_length_is_continued_with_zeros()
    {
        Assert.Equal(Spectrum.Energy([0.5f, -1, 0.25f, 0]), Spectrum.Energy([0.5f, -1, 0.25f]));
    }
}
