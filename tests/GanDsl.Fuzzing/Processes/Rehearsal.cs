namespace GanDsl.Fuzzing.Processes;

/// <summary>Cases of known ends, by the last digit of their numbers: what watches over workers is tested with them.</summary>
internal sealed class Rehearsal : ICaseRunner
{
    /// <summary>Such a case ends the process as a libtorch error does.</summary>
    public const int Aborts = 3;

    /// <summary>Such a case never ends.</summary>
    public const int Hangs = 6;

    /// <summary>Such a case exits.</summary>
    public const int Exits = 8;

    /// <summary>Such a case ends the process while all are done together.</summary>
    public const int AbortsTogether = 9;

    /// <summary>Such a case is found wrong.</summary>
    public const int IsWrong = 5;

    public IEnumerable<CaseResult> Run(IReadOnlyList<int> numbers, Action<CaseText?> begin)
    {
        begin(null);
        if (numbers.Any(number => number % 10 == AbortsTogether))
        {
            Environment.FailFast("Together.");
        }

        foreach (var number in numbers)
        {
            begin(new(number, "rehearsed", $"case {number}"));
            switch (number % 10)
            {
                case Aborts:
                    Environment.FailFast($"This is the end of {number}.");
                    break;
                case Hangs:
                    Thread.Sleep(Timeout.Infinite);
                    break;
                case Exits:
                    Environment.Exit(77);
                    break;
            }

            yield return new(number, $"case {number}", number % 10 == IsWrong ? "wrong" : null, true, []);
        }
    }
}
