namespace GanDsl;

/// <summary>Whether the labels of a data set are those of the classes that a model declares.</summary>
internal static class DatasetLabels
{
    /// <summary>Checks that there is a class for each example.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="labels">Its labels.</param>
    /// <exception cref="GanException">There is not one for each example, or one is negative.</exception>
    public static void Require(Dataset data, IReadOnlyList<int> labels)
    {
        if (labels.Count != data.Count)
        {
            throw new GanException(
                $"There are {data.Count} examples in {data.Description}, but {labels.Count} labels: give one label for each."
            );
        }

        if (labels.Min() is var least && least < 0)
        {
            throw new GanException(
                $"A label of {data.Description} is {least}, but labels count classes from 0; number them anew."
            );
        }
    }

    /// <summary>Checks that each class has a name of its own.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="labels">Its labels.</param>
    /// <param name="classNames">The names of the classes 0, 1, 2 …</param>
    /// <exception cref="GanException">A class has none, or one that another class has.</exception>
    public static void RequireNames(Dataset data, IReadOnlyList<int> labels, IReadOnlyList<string> classNames)
    {
        if (labels.Max() is var greatest && greatest >= classNames.Count)
        {
            throw new GanException(
                $"A label of {data.Description} is {greatest}, but there are names of the classes 0 to {classNames.Count - 1} alone; name all, or none."
            );
        }

        if (classNames.GroupBy(name => name).FirstOrDefault(names => names.Count() > 1) is { Key: var twice })
        {
            throw new GanException(
                $"Two classes of {data.Description} are called '{MessageText.Of(twice)}'; give each a name of its own."
            );
        }
    }

    /// <summary>Checks that they are classes of a model, too.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="labels">Its labels.</param>
    /// <param name="model">The name of the model, for the message.</param>
    /// <param name="classes">The declared number of classes.</param>
    /// <exception cref="GanException">There is not one for each example, or one names no class.</exception>
    public static void Require(Dataset data, IReadOnlyList<int> labels, string model, int classes)
    {
        Require(data, labels);
        if (labels.Max() is var greatest && greatest >= classes)
        {
            throw new GanException(
                $"{model} declares the classes 0 to {classes - 1}, but a label of {data.Description} is {greatest}: change "
                    + $"the number in [Labels({classes})] or the labels."
            );
        }
    }
}
