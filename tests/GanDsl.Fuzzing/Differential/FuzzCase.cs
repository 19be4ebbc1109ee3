using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using GanDsl.Fuzzing.Oracle;
using GanDsl.Fuzzing.Processes;

namespace GanDsl.Fuzzing.Differential;

/// <summary>A declaration, reproducible from seed and number, and what the engine makes of it.</summary>
internal sealed record FuzzCase(int Seed, int Number, GanDraft Gan, Opinion Opinion)
{
    /// <summary>Draws until a declaration is cheap enough to be tried.</summary>
    public static FuzzCase Draw(int seed, int number, Action<CaseText> begin)
    {
        var random = new FuzzRandom(seed, number);
        while (true)
        {
            var gan = GanDrawing.Draw(random);
            begin(new(number, "on the engine", gan.Text));
            try
            {
                return new(seed, number, gan, EngineOracle.Judge(gan, number));
            }
            catch (UndecidedException)
            {
                // Neither opinion would mean anything for a machine of another size: draw on.
            }
        }
    }
}
