using GanDsl;
using GanDsl.CommandLine;
using GanDsl.ToyData;

var program = new GanProgram<SoundGan>
{
    Description = "Trains a GAN to make sounds like those of a plucked string.",
    // In their place: new TensorDataset(t, ValueRange.MinusOneToOne) of a tensor [N, 1, 1024].
    Data = run => new SyntheticTones(4_000, seed: run.Options.Seed),
    Judge = gan =>
    {
        using var sounds = gan.Sample(200);
        return SyntheticTones.Evaluate(sounds.Tensor).ToString();
    },
};

return SoundGan.Run(args, program, new() { Seed = 1, Steps = 2_000 });
