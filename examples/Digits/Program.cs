using Digits;

// Ctrl-C ends training, not the program: what was learned until then is saved. A second Ctrl-C ends the program.
using var interruption = new Interruption();

return DigitsCommand.Run(args, Console.Out, Console.Error, live: !Console.IsOutputRedirected, interruption.Token);
