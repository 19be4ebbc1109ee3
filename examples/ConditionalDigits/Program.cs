using ConditionalDigits;

return ConditionalDigitsCommand.Run(args, Console.Out, Console.Error);
