using GanDsl.Build;
using GanDsl.Package.Tests.Infrastructure;

namespace GanDsl.Package.Tests;

/// <summary>Whatever a file holds, reading it ends and throws nothing but <see cref="InvalidDataException"/>.</summary>
public sealed class ElfMutationTests
{
    private static readonly byte[] Telling = [0, 1, 2, 3, 11, 16, 0x7f, 0x80, 0xfe, 0xff];

    [Fact]
    public void Of_a_synthetic_file() =>
        Mutate(
            SyntheticElf.Write(
                [("GLIBC_2.34", ["memcpy"])],
                [(OldLibstdcxx.Version, ["_ZSt21ios_base_library_initv"]), ("CXXABI_1.3", [])]
            ),
            cases: 50_000,
            place: (random, length) => random.Next(length)
        );

    [Fact]
    public void Of_the_real_file()
    {
        var library = File.ReadAllBytes(Repository.Library);
        var sections = (int)BitConverter.ToUInt64(library, 0x28);
        var versions = (int)Requirement(library).FlagsOffset;
        Mutate(
            library,
            cases: 5_000,
            // Where it tells: the header, the table of sections, the needed versions and what is around them.
            (random, length) =>
                random.Next(3) switch
                {
                    0 => random.Next(64),
                    1 => random.Next(sections, length),
                    _ => random.Next(versions - 600, versions + 600),
                }
        );
    }

    private static VersionRequirement Requirement(byte[] library) =>
        new ElfFile(library).Requirements().Single(requirement => requirement.Version == OldLibstdcxx.Version);

    private static void Mutate(byte[] original, int cases, Func<Random, int, int> place)
    {
        var random = new Random(20);
        var bytes = (byte[])original.Clone();
        var (refused, allowed) = (0, 0);
        for (var number = 0; number < cases; number++)
        {
            var places = Enumerable.Range(0, random.Next(1, 9)).Select(_ => place(random, bytes.Length)).ToList();
            foreach (var at in places)
            {
                bytes[at] = random.Next(2) == 0 ? Telling[random.Next(Telling.Length)] : (byte)random.Next(256);
            }

            var mutant = (byte[])bytes.Clone();
            try
            {
                allowed += OldLibstdcxx.Allow(mutant) ? 1 : 0;
            }
            catch (InvalidDataException)
            {
                refused++;
                Assert.True(mutant.AsSpan().SequenceEqual(bytes), $"Case {number} was refused, and yet changed.");
            }

            foreach (var at in places)
            {
                bytes[at] = original[at];
            }
        }

        // Else the mutations would have missed what is read, or hit nothing else.
        Assert.InRange(refused, cases / 10, cases);
        Assert.InRange(allowed, cases / 100, cases);
    }
}
