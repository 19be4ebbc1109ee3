using Vanilla2014;

return VanillaCommand.Run(args, Console.Out, Console.Error, live: !Console.IsOutputRedirected);
