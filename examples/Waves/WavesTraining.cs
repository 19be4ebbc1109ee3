using System.Globalization;
using GanDsl;
using GanDsl.ToyData;
using TorchSharp;

namespace Waves;

/// <summary>The example itself: data, training, sounds to listen to and waves to look at.</summary>
public static class WavesTraining
{
    private const int Tones = 8_000;
    private const int ReportEvery = 100;
    private const int JudgedSounds = 1000;
    private const int WrittenSounds = 8;

    /// <summary>Trains as asked and writes tones.wav, real.wav and waves.svg.</summary>
    /// <exception cref="GanException">The device or the output folder does not allow it.</exception>
    public static void Run(WavesSettings settings, TextWriter output, bool live)
    {
        using var tones = new SyntheticTones(Tones, seed: settings.Seed);
        using var gan = new ToneGan(
            new ToneGan.Options
            {
                Device = settings.Device,
                Steps = settings.Steps,
                // An epoch has a step at least, so there are as many steps as asked for; Steps ends them.
                Epochs = settings.Steps,
                Seed = settings.Seed,
            }
        );
        var folder = OutputFolder.Open(settings.Output, "tones.wav", "real.wav", "waves.svg");

        output.WriteLine($"Training on {tones.Description}: {settings.Steps} steps.");
        output.WriteLine($"untrained: {Judge(gan)}");
        TrainingDisplay.Run(
            gan.Train(tones),
            settings.Steps,
            output,
            live,
            (step, say) =>
            {
                if (step.Number % ReportEvery == 0)
                    say(Line(step, settings.Steps, Judge(gan)));
            }
        );

        using var generated = gan.Sample(WrittenSounds);
        using var real = new ToneGan.Signals(tones.Read([.. Enumerable.Range(0, WrittenSounds)]));
        generated.SaveWav(folder["tones.wav"], tones.SampleRate);
        real.SaveWav(folder["real.wav"], tones.SampleRate);
        generated.SaveWaveforms(folder["waves.svg"], real.Tensor, $"Real and generated tones, {settings.Steps} steps");
        output.WriteLine($"Wrote tones.wav, real.wav and waves.svg to {settings.Output}.");
        output.WriteLine(Judge(gan));
    }

    private static string Line(ToneGan.TrainingStep step, int steps, ToneQuality quality) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"step {step.Number}/{steps}  Wasserstein {step.WassersteinEstimate:F3}  penalty {step.GradientPenalty:F3}  {quality}"
        );

    private static ToneQuality Judge(ToneGan gan)
    {
        using var sounds = gan.Sample(JudgedSounds);
        return SyntheticTones.Evaluate(sounds.Tensor);
    }
}
