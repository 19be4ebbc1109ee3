using static GanDsl.ToyData.Stroke;

namespace GanDsl.ToyData;

/// <summary>How people draw the ten digits: for each, the strokes of its usual forms in the unit square.</summary>
internal static class DigitGlyphs
{
    /// <summary>The forms of a digit; the frequent ones stand more than once.</summary>
    public static Stroke[][] Of(int digit) => Forms[digit];

    private static readonly Stroke[][][] Forms =
    [
        [RoundZero(), RoundZero(), OpenZero()],
        [PlainOne(), PlainOne(), PlainOne(), FlaggedOne(), FootedOne()],
        [PlainTwo(), PlainTwo(), LoopedTwo()],
        [RoundThree(), RoundThree(), FlatThree()],
        [OpenFour(), OpenFour(), ClosedFour(), HookedFour()],
        [AngularFive(), AngularFive(), RoundFive()],
        [PlainSix(), PlainSix(), UprightSix()],
        [PlainSeven(), PlainSeven(), CrossedSeven(), HookedSeven()],
        [PlainEight(), PlainEight(), StackedEight()],
        [StraightNine(), StraightNine(), CurledNine()],
    ];

    private static Stroke[] RoundZero() =>
        [
            Curve(
                (.56, .01),
                (.30, .05),
                (.11, .28),
                (.08, .60),
                (.22, .91),
                (.48, 1.0),
                (.76, .90),
                (.93, .60),
                (.88, .25),
                (.68, .04),
                (.50, .01)
            ),
        ];

    private static Stroke[] OpenZero() =>
        [
            Curve(
                (.72, .10),
                (.45, .00),
                (.18, .17),
                (.06, .50),
                (.18, .88),
                (.46, 1.0),
                (.78, .88),
                (.94, .52),
                (.82, .16),
                (.58, .06),
                (.40, .14)
            ),
        ];

    private static Stroke[] PlainOne() => [Curve((.53, .00), (.50, .50), (.50, 1.0))];

    private static Stroke[] FlaggedOne() => [Line((.24, .26), (.52, .00), (.50, 1.0))];

    private static Stroke[] FootedOne() => [Line((.26, .22), (.50, .00), (.50, 1.0)), Line((.20, 1.0), (.80, .99))];

    private static Stroke[] PlainTwo() =>
        [
            Curve((.10, .24), (.24, .05), (.50, .00), (.76, .12), (.76, .36), (.50, .68), (.08, .99)),
            Curve((.08, .99), (.50, .95), (.95, .98)),
        ];

    private static Stroke[] LoopedTwo() =>
        [
            Curve(
                (.14, .20),
                (.32, .02),
                (.62, .02),
                (.80, .20),
                (.72, .48),
                (.46, .80),
                (.20, .99),
                (.06, .92),
                (.16, .79),
                (.40, .85),
                (.68, .98),
                (.98, .90)
            ),
        ];

    private static Stroke[] RoundThree() =>
        [
            Curve((.12, .14), (.34, .01), (.64, .03), (.78, .20), (.66, .39), (.36, .47)),
            Curve((.36, .47), (.68, .52), (.86, .70), (.76, .92), (.42, 1.0), (.08, .90)),
        ];

    private static Stroke[] FlatThree() =>
        [
            Line((.14, .03), (.78, .00), (.42, .40)),
            Curve((.42, .40), (.72, .46), (.86, .66), (.74, .92), (.40, 1.0), (.08, .90)),
        ];

    private static Stroke[] OpenFour() =>
        [
            Curve((.20, .02), (.12, .28), (.12, .50), (.34, .57), (.62, .54), (.82, .50)),
            Curve((.82, .05), (.79, .45), (.74, 1.0)),
        ];

    private static Stroke[] ClosedFour() =>
        [Line((.62, .00), (.06, .66), (.96, .63)), Line((.62, .00), (.62, .40), (.60, 1.0))];

    private static Stroke[] HookedFour() =>
        [Line((.24, .00), (.10, .54), (.94, .50)), Curve((.66, .18), (.63, .60), (.58, 1.0))];

    private static Stroke[] AngularFive() =>
        [
            Line((.90, .01), (.34, .03), (.26, .42)),
            Curve((.26, .42), (.52, .36), (.78, .48), (.84, .72), (.66, .94), (.38, 1.0), (.08, .91)),
        ];

    private static Stroke[] RoundFive() =>
        [
            Curve((.92, .03), (.62, .01), (.40, .05), (.28, .22), (.24, .42)),
            Curve((.24, .42), (.50, .40), (.76, .52), (.80, .76), (.60, .97), (.32, .99), (.06, .86)),
        ];

    private static Stroke[] PlainSix() =>
        [
            Curve(
                (.72, .00),
                (.44, .20),
                (.20, .52),
                (.14, .80),
                (.32, .99),
                (.62, .98),
                (.82, .78),
                (.72, .58),
                (.44, .58),
                (.18, .78)
            ),
        ];

    private static Stroke[] UprightSix() =>
        [
            Curve(
                (.46, .00),
                (.26, .28),
                (.14, .62),
                (.20, .90),
                (.46, 1.0),
                (.72, .92),
                (.82, .72),
                (.66, .56),
                (.38, .60),
                (.18, .76)
            ),
        ];

    private static Stroke[] PlainSeven() =>
        [Curve((.06, .06), (.44, .05), (.90, .02)), Curve((.90, .02), (.72, .34), (.52, .68), (.42, 1.0))];

    private static Stroke[] CrossedSeven() => [.. PlainSeven(), Line((.34, .52), (.86, .48))];

    private static Stroke[] HookedSeven() =>
        [Curve((.10, .22), (.12, .05), (.46, .08), (.90, .02)), Curve((.90, .02), (.70, .36), (.56, .70), (.50, 1.0))];

    private static Stroke[] PlainEight() =>
        [
            Curve(
                (.80, .12),
                (.58, .00),
                (.30, .06),
                (.24, .26),
                (.46, .45),
                (.72, .64),
                (.76, .86),
                (.50, 1.0),
                (.24, .90),
                (.24, .68),
                (.50, .46),
                (.78, .26),
                (.80, .10)
            ),
        ];

    private static Stroke[] StackedEight() =>
        [
            Curve((.56, .02), (.30, .08), (.28, .34), (.54, .45), (.76, .32), (.74, .10), (.52, .01)),
            Curve((.52, .45), (.22, .58), (.18, .88), (.50, 1.0), (.82, .86), (.78, .58), (.50, .45)),
        ];

    private static Stroke[] StraightNine() =>
        [
            Curve((.80, .16), (.56, .00), (.26, .08), (.14, .32), (.34, .52), (.64, .44), (.82, .18)),
            Curve((.82, .14), (.76, .54), (.66, 1.0)),
        ];

    private static Stroke[] CurledNine() =>
        [
            Curve((.78, .18), (.54, .00), (.24, .10), (.16, .36), (.38, .53), (.66, .42), (.80, .16)),
            Curve((.80, .14), (.82, .50), (.70, .86), (.44, 1.0), (.16, .90)),
        ];
}
