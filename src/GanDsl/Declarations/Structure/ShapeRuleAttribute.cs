namespace GanDsl;

/// <summary>
/// Says what a module of the user's own makes of the shape of its input, so that networks can use it: the sizes of one example before
/// and after, without N. <c>[ShapeRule("C, H, W -> 2*C, H/2, W/2")]</c>: names stand for the sizes of the input, and the output is
/// computed from them with whole numbers, + - * / and parentheses; a division has to come out even.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ShapeRuleAttribute : Attribute
{
    /// <summary>A rule without a text: set <see cref="KeepsShape"/>.</summary>
    public ShapeRuleAttribute() { }

    /// <summary>A rule for inputs of one rank.</summary>
    /// <param name="rule">The sizes before and after, such as <c>C, L -> C, 2*L</c>.</param>
    public ShapeRuleAttribute(string rule) => Rule = rule;

    /// <summary>The sizes before and after; null where the shape is kept.</summary>
    public string? Rule { get; }

    /// <summary>Whether the output has the shape of the input, whatever that is. Default: false.</summary>
    public bool KeepsShape { get; set; }

    /// <summary>
    /// Whether the output for one example depends on the others of the minibatch, as in a batch normalisation: real and fake examples
    /// then go through a discriminator one after the other. Default: false.
    /// </summary>
    public bool CouplesExamples { get; set; }

    /// <summary>The least value that the module gives, -1 after a Tanh. Default: none is known.</summary>
    public double Minimum { get; set; } = double.NegativeInfinity;

    /// <summary>The greatest value that the module gives, 1 after a Tanh. Default: none is known.</summary>
    public double Maximum { get; set; } = double.PositiveInfinity;

    /// <summary>The values that the module gives.</summary>
    internal Interval OutputRange =>
        double.IsInfinity(Minimum) && double.IsInfinity(Maximum) ? Interval.Unknown : new(Minimum, Maximum);

    /// <summary>What is wrong with the rule whatever the input.</summary>
    internal IEnumerable<LayerProblem> ArgumentProblems() =>
        Minimum <= Maximum
            ? []
            :
            [
                new(
                    GanDsl.Rule.InvalidArgument,
                    null,
                    $"its shape rule has the Minimum {CodeText.Of(Minimum)} and the Maximum {CodeText.Of(Maximum)}, but the first has to be a "
                        + "number that is not above the second"
                ),
            ];

    /// <summary>The output shape for an input.</summary>
    internal ShapeResult Apply(Shape input)
    {
        if (KeepsShape != Rule is null)
        {
            return Unreadable(KeepsShape ? "has a text and keeps the shape, but it can do one of them" : "is empty");
        }

        if (Rule is null)
        {
            return input;
        }

        var sides = Rule.Split(["->"], StringSplitOptions.None);
        if (sides.Length != 2)
        {
            return Unreadable("needs one arrow between the sizes before and after");
        }

        try
        {
            return Match(sides[0], input) is { } sizes
                ? Evaluate(sides[1], input, sizes)
                : DoesNotFit(input, "takes another");
        }
        catch (FormatException exception)
        {
            return Unreadable($"cannot be read: {exception.Message}");
        }
        catch (ArithmeticException exception)
        {
            return DoesNotFit(
                input,
                exception is OverflowException
                    ? "overflows for this"
                    : $"has no result for this: {exception.Message}, with the"
            );
        }
    }

    /// <summary>What the names before the arrow stand for; null where they do not fit the input.</summary>
    private static Dictionary<string, long>? Match(string side, Shape input)
    {
        var words = side.Split(',').Select(word => word.Trim()).ToList();
        var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
        if (words.Count != input.Rank)
        {
            return null;
        }

        for (var dimension = 0; dimension < words.Count; dimension++)
        {
            // A number stands for itself, a name for what it stood for before.
            var word = words[dimension];
            var isKnown = !ShapeExpression.IsName(word) || sizes.ContainsKey(word);
            if (isKnown && ShapeExpression.Evaluate(word, sizes) != input[dimension])
            {
                return null;
            }

            sizes[word] = input[dimension];
        }

        return sizes;
    }

    private ShapeResult Evaluate(string side, Shape input, Dictionary<string, long> sizes)
    {
        var output = new Shape([.. side.Split(',').Select(expression => ShapeExpression.Evaluate(expression, sizes))]);
        return output.Sizes.All(size => size >= 1)
            ? output
            : DoesNotFit(input, $"gives {output}, with a size below 1, for this");
    }

    private LayerProblem Unreadable(string what) =>
        new(
            GanDsl.Rule.MissingShapeRule,
            null,
            $"its shape rule {what}; declare it like [ShapeRule(\"C, H, W -> 2*C, H/2, W/2\")], or [ShapeRule(KeepsShape = true)]"
        );

    private LayerProblem DoesNotFit(Shape input, string what) =>
        new(
            GanDsl.Rule.ShapeRuleDoesNotFit,
            null,
            $"its shape rule \"{Rule}\" {what} input {input}; change the layers before it or the rule"
        );
}
