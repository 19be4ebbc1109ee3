using Wasserstein;

return WassersteinCommand.Run(args, Console.Out, Console.Error, live: !Console.IsOutputRedirected);
