using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LiveQuality.Mining.Evaluation;

/// <summary>Ways to divide rows into folds.</summary>
internal static class FoldPlan
{
    /// <summary>By chance, as scikit-learn's <c>KFold(folds, shuffle=True, random_state=seed)</c>: the first folds are one row larger where the rows do not divide evenly; rows ascend in each part.</summary>
    /// <param name="rows">At least as many as folds.</param>
    /// <param name="folds">2 or more.</param>
    /// <param name="seed">0 or more.</param>
    public static IReadOnlyList<Fold> Shuffled(int rows, int folds, int seed)
    {
        Check(rows, folds);
        var order = new NumpyRandom(seed).Permutation(rows);
        var foldOf = new int[rows];
        var position = 0;
        for (var fold = 0; fold < folds; fold++)
        {
            for (var end = position + (rows / folds) + (fold < rows % folds ? 1 : 0); position < end; position++)
            {
                foldOf[order[position]] = fold;
            }
        }

        return Divide(foldOf, folds);
    }

    /// <summary>Whole groups together: groups in random order, largest first among them, each to the fold that has fewest rows so far.</summary>
    /// <param name="groups">The group of each row, for example its speaker; at least as many different ones as folds.</param>
    /// <param name="folds">2 or more.</param>
    /// <param name="seed">0 or more.</param>
    public static IReadOnlyList<Fold> Grouped(IReadOnlyList<string> groups, int folds, int seed)
    {
        var members = groups.Select((group, row) => (group, row)).GroupBy(pair => pair.group, pair => pair.row, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.ToArray())
            .ToArray();
        Check(members.Length, folds);
        var foldOf = new int[groups.Count];
        var sizes = new int[folds];
        foreach (var group in new NumpyRandom(seed).Permutation(members.Length).Select(number => members[number]).OrderByDescending(group => group.Length))
        {
            var fold = Array.IndexOf(sizes, sizes.Min());
            sizes[fold] += group.Length;
            foreach (var row in group)
            {
                foldOf[row] = fold;
            }
        }

        return Divide(foldOf, folds);
    }

    /// <summary>Whole groups together, each in the part that its name alone says: whatever other rows come or go, it stays there, so that models of different days can be compared on speakers that neither has seen.</summary>
    /// <param name="groups">The group of each row; at least as many different ones as folds.</param>
    /// <param name="folds">2 or more.</param>
    /// <param name="salt">What <see cref="SaltOf"/> says of these groups.</param>
    public static IReadOnlyList<Fold> Lasting(IReadOnlyList<string> groups, int folds, int salt)
    {
        Check(groups.Distinct(StringComparer.Ordinal).Count(), folds);
        var parts = groups.Distinct(StringComparer.Ordinal).ToDictionary(group => group, group => PartOf(group, folds, salt), StringComparer.Ordinal);
        return Divide([.. groups.Select(group => parts[group])], folds);
    }

    /// <summary>What names are hashed with so that no part stays empty: 0, but with a handful of groups, whose parts then last only as long as nobody comes or goes.</summary>
    /// <param name="groups">The group of each row; at least as many different ones as folds.</param>
    /// <param name="folds">2 or more.</param>
    public static int SaltOf(IEnumerable<string> groups, int folds)
    {
        string[] names = [.. groups.Distinct(StringComparer.Ordinal)];
        Check(names.Length, folds);
        return Enumerable.Range(0, int.MaxValue).First(salt => names.Select(name => PartOf(name, folds, salt)).Distinct().Count() == folds);
    }

    /// <summary>The part that a group's name says.</summary>
    /// <param name="group">The group.</param>
    /// <param name="folds">How many parts.</param>
    /// <param name="salt">What the name is hashed with.</param>
    public static int PartOf(string group, int folds, int salt) =>
        (int)(BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(salt == 0 ? group : $"{salt}:{group}"))) % (ulong)folds);

    /// <summary>Forward in time: the rows in order of time are cut into <paramref name="folds"/> + 1 blocks, and each block but the first is tested after learning from all before it.</summary>
    /// <param name="times">The time of each row; rows of equal time keep their order.</param>
    /// <param name="folds">1 or more.</param>
    public static IReadOnlyList<Fold> Forward(IReadOnlyList<double> times, int folds)
    {
        Check(times.Count, folds + 1);
        int[] order = [.. Enumerable.Range(0, times.Count).OrderBy(row => times[row])];
        return [.. Enumerable.Range(1, folds).Select(fold => new Fold(order[..Start(fold)], order[Start(fold)..Start(fold + 1)]))];

        int Start(int block) => (int)((long)order.Length * block / (folds + 1));
    }

    /// <summary>One split by chance, as scikit-learn's <c>train_test_split(test_size, random_state=seed)</c>: the first rows of the permutation are tested, the next are learnt from.</summary>
    /// <param name="rows">2 or more.</param>
    /// <param name="testShare">Share that is tested, between 0 and 1; rounded up to whole rows.</param>
    /// <param name="seed">0 or more.</param>
    public static Fold Split(int rows, double testShare, int seed)
    {
        var test = (int)Math.Ceiling(rows * testShare);
        Check(rows, 2);
        var order = new NumpyRandom(seed).Permutation(rows);
        return new Fold(order[test..], order[..test]);
    }

    private static void Check(int count, int folds)
    {
        if (folds < 2 || count < folds)
        {
            throw new MiningException($"{count} lives or groups of them cannot be divided into {folds} parts");
        }
    }

    private static Fold[] Divide(int[] foldOf, int folds)
    {
        var rows = Enumerable.Range(0, foldOf.Length).ToLookup(row => foldOf[row]);
        return [.. Enumerable.Range(0, folds).Select(fold => new Fold([.. Enumerable.Range(0, foldOf.Length).Where(row => foldOf[row] != fold)], [.. rows[fold]]))];
    }
}
