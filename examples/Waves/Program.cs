using Waves;

return WavesCommand.Run(args, Console.Out, Console.Error, live: !Console.IsOutputRedirected);
