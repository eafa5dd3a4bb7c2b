using LiveQuality.Crawler.Fetching.Warc.Indexing;

namespace LiveQuality.Crawler.Fetching.Warc.Writing;

/// <summary>
/// What a process that died left behind: a file without an index and, at its end, a torn record. Such a file is read through once, the torn
/// record is cut off, the index made. Damage elsewhere is told, never cut: what is after it may still be wanted.
/// </summary>
internal static class WarcRepair
{
    /// <summary>Mends every <c>.warc.gz</c> file right in a folder that has no index newer than itself and that nobody has open.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellationToken">Stops between two records.</param>
    /// <returns>What was found, one line each.</returns>
    public static IReadOnlyList<string> Mend(string folder, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var path in CdxjFile.Archives(folder).Where(path => !CdxjFile.IsFresh(path)))
        {
            found.AddRange(MendFile(path, cancellationToken));
        }

        return found;
    }

    private static FileStream? OpenAlone(string path)
    {
        try
        {
            // No share: whoever writes or replays the file holds a lock that this one cannot be had beside.
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        // Somebody else's: not ours to touch. A file that may not be written (UnauthorizedAccessException) ends the opening instead.
        catch (IOException)
        {
            return null;
        }
    }

    private static List<string> MendFile(string path, CancellationToken cancellationToken)
    {
        using var file = OpenAlone(path);
        if (file is null)
        {
            return [];
        }

        using var index = new CdxjWriter(path);
        var problems = new List<WarcProblem>();
        long end = 0;
        foreach (var (record, problem) in new WarcReader(path).Read(file, cancellationToken))
        {
            if (record is not null)
            {
                index.Add(record);
                end = Math.Max(end, record.Position.Offset + record.MemberLength);
            }
            else
            {
                problems.Add(problem!);
            }
        }

        List<string> found = [.. problems.Where(problem => problem.Offset < end).Select(problem => problem.ToString())];
        if (problems.FindIndex(problem => problem.Offset >= end) is var tail && tail >= 0)
        {
            // A reader that gave up has not seen whether a whole record follows.
            var isTorn = problems[tail].IsTorn && problems[tail].Offset == end && problems.Count < WarcReader.MostProblems;
            found.Add(isTorn ? $"{path}: the last record is torn; cut off its {file.Length - end} bytes at byte {end}" : problems[tail].ToString());
            if (isTorn)
            {
                file.SetLength(end);
            }
        }

        index.Complete();
        return found;
    }
}
