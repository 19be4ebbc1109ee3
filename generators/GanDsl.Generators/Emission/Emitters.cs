namespace GanDsl.Generators.Emission;

/// <summary>The generated files of every GAN, one per concern. A project with a command line gets one more (<see cref="CommandLineEmitter"/>).</summary>
internal static class Emitters
{
    public static IReadOnlyList<Emitter> All { get; } =
    [
        new GanEmitter(),
        new InterfaceEmitter(),
        new NetworkEmitter("Generator", "G", model => model.Generator, model => ("latents", model.Data.Noun)),
        new NetworkEmitter("Discriminator", "D", model => model.Discriminator, model => (model.JudgedNoun, "logits")),
        new BatchesEmitter(),
        new LossesEmitter(),
        new OptionsEmitter(),
        new TrainingStepEmitter(),
        new TrainingEmitter(),
        new CheckpointEmitter(),
        new PyTorchEmitter(),
        new OnnxEmitter(),
    ];
}
