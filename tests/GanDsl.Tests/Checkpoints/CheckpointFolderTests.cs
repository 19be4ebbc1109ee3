using GanDsl.Tests.Models;
using static TorchSharp.torch;

namespace GanDsl.Tests.Checkpoints;

/// <summary>A folder of checkpoints holds whole ones only, whatever a process that was ended has left, and nothing of anybody else is touched.</summary>
public sealed class CheckpointFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_an_ended_process_has_left_is_removed_by_the_next_save()
    {
        using var gan = new DropoutGan();
        var checkpoints = new CheckpointFolder(folder["c"]);
        Leave(".step-3.abcdefgh.ijk.tmp", "lock", "new/tensors.safetensors");
        Leave(".step-4.abcdefgh.ij1.tmp");
        Leave(".step-5.abcdefgh.ij2.tmp", "former/training.json");

        checkpoints.Save(gan);

        Assert.Equal(["step-0"], Names());
    }

    [Fact]
    public void What_an_ended_process_has_left_is_removed_by_the_next_load()
    {
        using var gan = new DropoutGan();
        var checkpoints = new CheckpointFolder(folder["c"]);
        checkpoints.Save(gan);
        Leave(".step-3.abcdefgh.ijk.tmp", "lock", "new/tensors.safetensors");

        checkpoints.LoadNewest(gan);

        Assert.Equal(["step-0"], Names());
    }

    [Fact]
    public void A_program_that_is_started_again_goes_on_where_there_is_something_to_go_on_from()
    {
        using var gan = new DropoutGan();
        using var again = new DropoutGan();
        var checkpoints = new CheckpointFolder(folder["c"]);

        Assert.False(checkpoints.TryLoadNewest(again, out var none));
        Assert.Null(none);

        Save(checkpoints, gan, 2);
        Assert.True(checkpoints.TryLoadNewest(again, out var newest));
        Assert.Equal(checkpoints.All[0], newest);
        Assert.Equal(gan.StepCount, again.StepCount);

        foreach (var checkpoint in checkpoints.All)
        {
            File.WriteAllText(Path.Combine(checkpoint, "tensors.safetensors"), "torn");
        }

        Assert.Throws<GanException>(() => checkpoints.TryLoadNewest(again, out _));
    }

    [Fact]
    public void Damage_is_told_where_an_older_checkpoint_takes_its_place_and_thrown_once_where_none_does()
    {
        using var gan = new DropoutGan();
        var checkpoints = new CheckpointFolder(folder["c"]);
        Save(checkpoints, gan, 3);
        var told = new List<string>();

        Damage(checkpoints.All[0]);
        Assert.Equal(checkpoints.All[1], checkpoints.LoadNewest(gan, told.Add));
        Assert.Contains("step-3", Assert.Single(told));

        told.Clear();
        Damage(checkpoints.All[1]);
        Assert.Equal(checkpoints.All[2], checkpoints.LoadNewest(gan, told.Add));
        Assert.Collection(
            told,
            message => Assert.Contains("step-3", message),
            message => Assert.Contains("step-2", message)
        );

        told.Clear();
        Damage(checkpoints.All[2]);
        var failure = Assert.Throws<GanException>(() => checkpoints.LoadNewest(gan, told.Add));
        Assert.Contains("step-3", failure.Message);
        Assert.Empty(told);

        static void Damage(string checkpoint) =>
            File.WriteAllText(Path.Combine(checkpoint, "tensors.safetensors"), "torn");
    }

    [Fact]
    public void Files_of_others_stay()
    {
        using var gan = new DropoutGan();
        var checkpoints = new CheckpointFolder(folder["c"], keep: 1);
        string[] others =
        [
            ".notes.abcdefgh.ijk.tmp/lock",
            ".step-1.abcdefgh.ijk.tmp/lock",
            ".step-1.abcdefgh.ijk.tmp/my notes",
            ".step-1.backup.tmp/lock",
            ".step-x.abcdefgh.ijk.tmp/lock",
            "step-07/training.json",
            "step-/training.json",
        ];
        foreach (var other in others)
        {
            Leave(other);
        }

        Save(checkpoints, gan, 3);
        checkpoints.LoadNewest(gan);
        checkpoints.Clear();

        Assert.Equal(
            others.Order(StringComparer.Ordinal),
            Directory
                .GetFiles(folder["c"], "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(folder["c"], path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_checkpoint_with_a_file_of_somebody_stays()
    {
        using var gan = new DropoutGan();
        var checkpoints = new CheckpointFolder(folder["c"], keep: 1);
        checkpoints.Save(gan);
        Leave("step-0/my notes");

        Save(checkpoints, gan, 3);

        Assert.Equal(["step-0", "step-3"], Names());
        Assert.Contains("'my notes'", Assert.Throws<GanException>(checkpoints.Clear).Message);
        Assert.Equal(["step-0", "step-3"], Names());
        Assert.True(File.Exists(folder["c/step-0/my notes"]));
    }

    [Fact]
    public void A_checkpoint_with_a_file_of_somebody_makes_room_for_that_of_the_same_step()
    {
        using var gan = new DropoutGan();
        var checkpoints = new CheckpointFolder(folder["c"]);
        checkpoints.Save(gan);
        Leave("step-0/my notes");

        checkpoints.Save(gan);
        Leave("step-0/my notes");
        checkpoints.Save(gan);

        Assert.Equal(["step-0", "step-0-kept-1", "step-0-kept-2"], Names());
        Assert.True(File.Exists(folder["c/step-0-kept-2/my notes"]));
        Assert.Equal([folder["c/step-0"]], checkpoints.All);
    }

    [Fact]
    public void What_file_managers_leave_is_nobodys()
    {
        using var gan = new DropoutGan();
        var checkpoints = new CheckpointFolder(folder["c"]);
        checkpoints.Save(gan);
        Leave("step-0/.DS_Store");

        checkpoints.Save(gan);

        Assert.Equal(2, Directory.GetFileSystemEntries(folder["c/step-0"]).Length);
    }

    [Theory]
    [InlineData(".DS_Store")]
    [InlineData("Thumbs.db")]
    [InlineData("desktop.ini")]
    public void A_checkpoint_that_somebody_has_looked_at_is_replaced(string left)
    {
        using var gan = new DropoutGan();
        gan.SaveCheckpoint(folder["c/step-0"]);
        Leave($"step-0/{left}");

        gan.SaveCheckpoint(folder["c/step-0"]);

        Assert.Equal(["step-0"], Names());
        Assert.Equal(2, Directory.GetFileSystemEntries(folder["c/step-0"]).Length);
    }

    [Fact]
    public void What_another_process_is_writing_stays()
    {
        using var gan = new DropoutGan();
        Leave(".step-9.abcdefgh.ijk.tmp", "lock", "new/tensors.safetensors");
        var path = folder["c/.step-9.abcdefgh.ijk.tmp/lock"];
        using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            new CheckpointFolder(folder["c"]).Save(gan);
        }

        Assert.True(File.Exists(path));
    }

    [Fact]
    public void A_checkpoint_whose_replacement_was_cut_off_between_two_renames_is_there()
    {
        using var gan = new DropoutGan();
        gan.SaveCheckpoint(folder["c/step-0"]);
        Directory.CreateDirectory(folder["c/.step-0.abcdefgh.ijk.tmp"]);
        File.WriteAllBytes(folder["c/.step-0.abcdefgh.ijk.tmp/lock"], []);
        Directory.Move(folder["c/step-0"], folder["c/.step-0.abcdefgh.ijk.tmp/new"]);
        Directory.CreateDirectory(folder["c/.step-0.abcdefgh.ijk.tmp/former"]);

        gan.LoadCheckpoint(folder["c/step-0"]);

        Assert.Equal(["step-0"], Names());
    }

    [Fact]
    public void A_checkpoint_of_the_longest_name_is_replaced()
    {
        using var gan = new DropoutGan();
        var path = folder[new string('n', 250)];

        gan.SaveCheckpoint(path);
        gan.SaveCheckpoint(path);
        gan.LoadCheckpoint(path);

        Assert.Single(Directory.GetFileSystemEntries(folder.FullName));
    }

    [Fact]
    public void Damaged_ones_of_later_steps_do_not_displace_what_is_saved()
    {
        var checkpoints = new CheckpointFolder(folder["c"], keep: 2);
        using (var gan = new DropoutGan(new() { BatchSize = 4 }))
        {
            foreach (var step in gan.Train(rows => randn(rows, 2), steps: 4))
            {
                gan.SaveCheckpoint(folder[$"c/step-{step.Number}"]);
            }
        }

        foreach (var damaged in new[] { "c/step-3/training.json", "c/step-4/training.json" })
        {
            File.WriteAllText(folder[damaged], "torn");
        }

        Directory.Delete(folder["c/step-2"], recursive: true);
        using var resumed = new DropoutGan(new() { BatchSize = 4 });
        checkpoints.LoadNewest(resumed);
        Assert.Equal(1, resumed.StepCount);
        resumed.Train(rows => randn(rows, 2), steps: 2).Count();

        var saved = checkpoints.Save(resumed);

        Assert.EndsWith("step-2", saved, StringComparison.Ordinal);
        Assert.Equal(["step-1", "step-2", "step-3", "step-4"], Names());
    }

    [Fact]
    public void The_last_ones_and_the_best_one_stay()
    {
        using var gan = new DropoutGan(new() { BatchSize = 4 });
        var checkpoints = new CheckpointFolder(folder["c"], keep: 2);
        foreach (var step in gan.Train(rows => randn(rows, 2), steps: 6))
        {
            checkpoints.Save(gan, score: step.Number == 2 ? 0 : 1);
        }

        Assert.Equal(["step-2", "step-5", "step-6"], Names());
    }

    [Fact]
    public void They_are_in_the_order_of_their_steps()
    {
        using var gan = new DropoutGan(new() { BatchSize = 4 });
        var checkpoints = new CheckpointFolder(folder["c"], keep: 2);
        Directory.CreateDirectory(folder["c/step-100"]);

        Save(checkpoints, gan, 10);

        Assert.Equal(["step-100", "step-10", "step-9"], checkpoints.All.Select(path => Path.GetFileName(path)));
    }

    private static void Save(CheckpointFolder checkpoints, DropoutGan gan, int count)
    {
        foreach (var _ in gan.Train(rows => randn(rows, 2), steps: count))
        {
            checkpoints.Save(gan);
        }
    }

    private string[] Names() =>
        [
            .. Directory
                .GetFileSystemEntries(folder["c"])
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
        ];

    private void Leave(string name, params string[] files)
    {
        string[] paths =
            files.Length == 0 && name.Contains('/', StringComparison.Ordinal)
                ? [name]
                : [.. files.Select(file => $"{name}/{file}")];
        if (paths.Length == 0)
        {
            Directory.CreateDirectory(folder["c/" + name]);
        }

        foreach (var path in paths)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder["c/" + path])!);
            File.WriteAllText(folder["c/" + path], "");
        }
    }
}
