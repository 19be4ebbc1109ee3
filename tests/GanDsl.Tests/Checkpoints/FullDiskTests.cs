using System.Runtime.InteropServices;
using GanDsl.Tests.Models;
using static TorchSharp.torch;

namespace GanDsl.Tests.Checkpoints;

/// <summary>A disk that is full in the middle of a save: Linux can refuse to let files grow, as a full disk does.</summary>
public sealed partial class FullDiskTests : IDisposable
{
    // RLIMIT_FSIZE of Linux.
    private const int FileSize = 1;

    // SIGXFSZ of Linux, which would end the process, and SIG_IGN.
    private const int FileTooLarge = 25;
    private const nint Ignored = 1;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [LinuxFact]
    public void A_save_that_finds_no_room_is_refused_and_leaves_what_was_there() =>
        ChildProcess.Run(SaveWithoutRoom, folder.FullName);

    private static void SaveWithoutRoom(string path)
    {
        SetSignal(FileTooLarge, Ignored);
        using var gan = new DropoutGan(new() { BatchSize = 4 });
        var checkpoints = new CheckpointFolder(Path.Combine(path, "c"));
        gan.Train(rows => randn(rows, 2), steps: 1).Count();
        checkpoints.Save(gan);
        var weights = Path.Combine(path, "weights");
        gan.Save(weights);
        var before = Files(path);
        gan.Train(rows => randn(rows, 2), steps: 1).Count();

        foreach (var room in (ulong[])[(ulong)new FileInfo(weights).Length - 1, 500, 100, 0])
        {
            SetLimit(room);
            foreach (
                var save in (Action[])
                    [() => checkpoints.Save(gan), () => gan.SaveCheckpoint(checkpoints.All[0]), () => gan.Save(weights)]
            )
            {
                var refusal = Assert.Throws<GanException>(save);
                Assert.StartsWith("Cannot write", refusal.Message);
                Assert.EndsWith(".", refusal.Message);
                Assert.DoesNotContain(".tmp", refusal.Message);
                Assert.Equal(before, Files(path));
            }
        }

        gan.LoadCheckpoint(checkpoints.All[0]);
    }

    private static Dictionary<string, string> Files(string path) =>
        Directory
            .GetFileSystemEntries(path, "*", SearchOption.AllDirectories)
            .ToDictionary(
                entry => entry,
                entry => File.Exists(entry) ? Convert.ToHexString(File.ReadAllBytes(entry)) : "folder"
            );

    private static void SetLimit(ulong bytes)
    {
        // The hard limit stays, as it cannot be raised again.
        Assert.Equal(0, GetResourceLimit(FileSize, out var limit));
        limit.Soft = bytes;
        Assert.Equal(0, SetResourceLimit(FileSize, in limit));
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetResourceLimit(int resource, out ResourceLimit limit);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetResourceLimit(int resource, in ResourceLimit limit);

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint SetSignal(int signal, nint handler);

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
