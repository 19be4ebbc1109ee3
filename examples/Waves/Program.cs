using GanDsl;
using GanDsl.CommandLine;
using GanDsl.ToyData;
using Waves;

const int tones = 8_000;
const int judgedSounds = 1000;
const int writtenSounds = 8;

var program = new GanProgram<ToneGan>
{
    Description = "Trains a GAN to play short tones.",
    Folder = "out/waves",
    ReportEvery = 100,
    Results = ["tones.wav", "real.wav"],
};
program.Data = run => new SyntheticTones(tones, seed: run.Options.Seed);
program.Judge = gan =>
{
    using var sounds = gan.Sample(judgedSounds);
    return SyntheticTones.Evaluate(sounds.Tensor).ToString();
};
program.Finish = (gan, run) =>
{
    var sampleRate = ((SyntheticTones)run.Data).SampleRate;
    using var generated = gan.Sample(writtenSounds);
    generated.SaveWav(run.Folder["tones.wav"], sampleRate);
    using var real = new ToneGan.Signals(run.Data.Read([.. Enumerable.Range(0, writtenSounds)]));
    real.SaveWav(run.Folder["real.wav"], sampleRate);
};

return ToneGan.Run(args, program, new() { Seed = 1, Steps = 2000 });
