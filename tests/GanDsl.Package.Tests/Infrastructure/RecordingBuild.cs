using System.Collections;
using Microsoft.Build.Framework;

namespace GanDsl.Package.Tests.Infrastructure;

/// <summary>A build that keeps what a task says.</summary>
internal sealed class RecordingBuild : IBuildEngine
{
    public List<string> Errors { get; } = [];

    /// <summary>What a build says unless it is told to be quiet.</summary>
    public List<string> Sentences { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "";

    public bool BuildProjectFile(string file, string[] targets, IDictionary properties, IDictionary outputs) =>
        throw new NotSupportedException();

    public void LogErrorEvent(BuildErrorEventArgs e) => Errors.Add(e.Message!);

    public void LogWarningEvent(BuildWarningEventArgs e) => Errors.Add(e.Message!);

    public void LogCustomEvent(CustomBuildEventArgs e) => throw new NotSupportedException();

    public void LogMessageEvent(BuildMessageEventArgs e)
    {
        if (e.Importance == MessageImportance.High)
        {
            Sentences.Add(e.Message!);
        }
    }
}
