using Ring;

return RingCommand.Run(args, Console.Out, Console.Error);
