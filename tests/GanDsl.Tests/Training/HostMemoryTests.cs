using System.Runtime.InteropServices;
using GanDsl.Training;

namespace GanDsl.Tests.Training;

/// <summary>What becomes of freed memory, by the resident pages that the system counts.</summary>
public sealed class HostMemoryTests
{
    private const int Block = 64 << 20;

    [Fact]
    public void Freed_blocks_stay_with_the_process_once_it_is_asked_for() =>
        ChildProcess.Run(static () =>
        {
            if (!HostMemory.KeepFreed())
            {
                Assert.False(UsesGlibc());
                return;
            }

            Assert.InRange(ResidentAfterFreeing(), Block / 4 * 3, long.MaxValue);
        });

    [Fact]
    public void Freed_blocks_go_back_to_the_system_otherwise() =>
        ChildProcess.Run(static () =>
        {
            if (UsesGlibc())
            {
                Assert.InRange(ResidentAfterFreeing(), long.MinValue, Block / 4);
            }
        });

    [Fact]
    public void What_the_environment_says_stays() =>
        ChildProcess.Run(static () =>
        {
            Environment.SetEnvironmentVariable("MALLOC_TRIM_THRESHOLD_", "131072");

            Assert.False(HostMemory.KeepFreed());
        });

    private static bool UsesGlibc() => OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out _);

    /// <summary>By how many bytes the process is larger after it has written to a block and freed it.</summary>
    private static unsafe long ResidentAfterFreeing()
    {
        var before = Environment.WorkingSet;
        var block = NativeMemory.Alloc(Block);
        NativeMemory.Fill(block, Block, 1);
        NativeMemory.Free(block);
        return Environment.WorkingSet - before;
    }
}
