using System.Text.Json.Nodes;

namespace GanDsl.Endurance.Files;

/// <summary>Changes JSON so that it stays JSON, or nearly: values of another kind or out of range, members that are missing or doubled.</summary>
internal static class JsonMutation
{
    private static readonly string[] OddValues =
    [
        "null",
        "true",
        "-1",
        "0",
        "1e999",
        "-1e999",
        "1.5",
        "9007199254740993",
        "2147483647",
        "2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "18446744073709551615",
        new string('9', 400),
        "NaN",
        "\"\"",
        "\"\\ud800\"",
        "\"\\u0000\\n\\u202e, next\"",
        "\"@/etc/passwd\"",
        "\"--overwrite\"",
        "\"2147483647\"",
        "\"NaN\"",
        "\"" + new string('a', 3000) + "\"",
        "[]",
        "{}",
        "[null]",
        "[0,0,0,0,0,0,0,0,9223372036854775807]",
        "{\"a\":{\"a\":1},\"b\":null}",
        new string('[', 40) + new string(']', 40),
        new string('[', 5000) + new string(']', 5000),
        new string('[', 5000),
    ];

    private static readonly string[] OddNames =
    [
        "",
        "__metadata__",
        "\n",
        "\u202e",
        "a, next",
        "😀",
        new string('n', 3000),
    ];

    /// <summary>Some text of JSON, changed in one to three places.</summary>
    public static string Of(string json, Random random)
    {
        if (JsonNode.Parse(json) is not { } root)
        {
            return json;
        }

        var marks = new Dictionary<string, string>();
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            Change(root, random, marks);
        }

        // What no tree of JSON can hold is put in afterwards.
        var text = root.ToJsonString();
        foreach (var (mark, odd) in marks)
        {
            text = text.Replace($"\"{mark}\"", odd, StringComparison.Ordinal);
        }

        return random.Next(8) == 0 ? Doubled(text, random) : text;
    }

    private static void Change(JsonNode root, Random random, Dictionary<string, string> marks)
    {
        var parents = Parents(root).ToList();
        if (parents.Count == 0)
        {
            return;
        }

        var mark = $"mark{marks.Count}";
        var odd = OddValues[random.Next(OddValues.Length)];
        switch (parents[random.Next(parents.Count)])
        {
            case JsonObject { Count: > 0 } parent:
                var name = parent.ElementAt(random.Next(parent.Count)).Key;
                switch (random.Next(5))
                {
                    case 0:
                        parent.Remove(name);
                        break;
                    case 1:
                        var value = parent[name]?.DeepClone();
                        parent.Remove(name);
                        parent[OddNames[random.Next(OddNames.Length)]] = value;
                        break;
                    case 2:
                        var other = parent.ElementAt(random.Next(parent.Count)).Value?.DeepClone();
                        parent[name] = other;
                        break;
                    default:
                        parent[name] = mark;
                        marks[mark] = odd;
                        break;
                }

                break;
            case JsonArray { Count: > 0 } array:
                var index = random.Next(array.Count);
                switch (random.Next(4))
                {
                    case 0:
                        array.RemoveAt(index);
                        break;
                    case 1:
                        array.Insert(index, array[index]?.DeepClone());
                        break;
                    default:
                        array[index] = mark;
                        marks[mark] = odd;
                        break;
                }

                break;
        }
    }

    /// <summary>Text with a part of it twice, mostly a member.</summary>
    private static string Doubled(string text, Random random)
    {
        var commas = Enumerable.Range(0, text.Length).Where(at => text[at] == ',').ToList();
        if (commas.Count < 2)
        {
            return text;
        }

        var first = random.Next(commas.Count - 1);
        return text.Insert(commas[first], text[commas[first]..commas[first + 1]]);
    }

    private static IEnumerable<JsonNode> Parents(JsonNode node)
    {
        var children = node switch
        {
            JsonObject parent => parent.Select(member => member.Value),
            JsonArray array => array,
            _ => null,
        };
        return children is null ? [] : children.OfType<JsonNode>().SelectMany(Parents).Prepend(node);
    }
}
