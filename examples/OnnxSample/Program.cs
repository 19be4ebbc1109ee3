using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

// Draws one picture from an exported generator of grey images, as a file of the format PGM: OnnxSample generator.onnx picture.pgm [SEED]
if (args.Length < 2)
{
    Console.Error.WriteLine(
        "Name an exported generator and a picture to write: OnnxSample generator.onnx picture.pgm [SEED]."
    );
    return 1;
}

if (!File.Exists(args[0]))
{
    Console.Error.WriteLine($"There is no file {args[0]}; name a generator that 'export' has written.");
    return 1;
}

var seed = 1;
if (args.Length > 2 && !int.TryParse(args[2], out seed))
{
    Console.Error.WriteLine($"The seed is '{args[2]}', but it has to be a whole number.");
    return 1;
}

using var session = new InferenceSession(args[0]);
if (
    !session.InputMetadata.ContainsKey("latents")
    || session.InputMetadata.Count > 1
    || !session.OutputMetadata.TryGetValue("images", out var images)
    || images.Dimensions[1] != 1
)
{
    Console.Error.WriteLine($"{args[0]} is no generator of grey images, or one that asks for labels.");
    return 1;
}

var random = new Random(seed);
var latents = new DenseTensor<float>([1, session.InputMetadata["latents"].Dimensions[1]]);
for (var index = 0; index < latents.Length; index++)
{
    // Box and Muller: the file says whether latents are normally distributed (latent_distribution).
    var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
    latents.SetValue(index, (float)(radius * Math.Cos(2 * Math.PI * random.NextDouble())));
}

using var results = session.Run([NamedOnnxValue.CreateFromTensor("latents", latents)]);
var image = results[0].AsTensor<float>();
var least = session.ModelMetadata.CustomMetadataMap["value_range"] == "[-1, 1]" ? -1f : 0f;
byte[] pixels = [.. image.Select(value => (byte)Math.Clamp(255 * (value - least) / (1 - least), 0, 255))];

using var file = File.Create(args[1]);
file.Write(System.Text.Encoding.ASCII.GetBytes($"P5 {image.Dimensions[3]} {image.Dimensions[2]} 255\n"));
file.Write(pixels);
Console.WriteLine($"Wrote {args[1]}, {image.Dimensions[3]} × {image.Dimensions[2]} pixels.");
return 0;
