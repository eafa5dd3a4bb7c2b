namespace LiveQuality.Mining.Faces.Heads;

/// <summary>The heads that come with the program: those that validate best, one set a stack of nets.</summary>
internal static class BundledHeads
{
    // Of what two say the later counts: TreeCNN knows more races than HMT-Net.
    private static readonly string[] Kinds = [HmtNetScorer.Name, TreeCnnScorer.Name];

    /// <summary>Loads them.</summary>
    /// <param name="stack">Name of the stack of nets.</param>
    /// <exception cref="MiningException">A file is missing or damaged.</exception>
    public static IReadOnlyList<IFaceHead> Load(string stack)
    {
        var heads = new List<IFaceHead>();
        try
        {
            foreach (var kind in Kinds)
            {
                heads.Add(FaceHeadFile.Read(PathOf(stack, kind)));
            }

            return heads;
        }
        catch (MiningException)
        {
            heads.ForEach(head => head.Dispose());
            throw;
        }
    }

    /// <summary>The one that compares faces.</summary>
    /// <exception cref="MiningException">A file is missing or damaged.</exception>
    public static IdentityHead LoadIdentity(string stack) => (IdentityHead)FaceHeadFile.Read(PathOf(stack, IdentityHead.Name));

    /// <summary>The kind that answers a task.</summary>
    /// <exception cref="MiningException">There is no such task.</exception>
    public static string KindFor(string task) => task switch
    {
        FaceTasks.Attractiveness => HmtNetScorer.Name,
        FaceTasks.Verification => IdentityHead.Name,
        FaceTasks.Expression or FaceTasks.Age or FaceTasks.Gender or FaceTasks.Race => TreeCnnScorer.Name,
        _ => throw new MiningException($"'{task}' is no task: there are {string.Join(", ", FaceEvaluation.Tasks)}"),
    };

    /// <summary>Where the head of a kind is; a stack that has none of its own takes that of the clean one, whose nets are all in it.</summary>
    public static string PathOf(string stack, string kind) => At(stack, kind) is var own && File.Exists(own) ? own : At(FaceModelOptions.Clean, kind);

    private static string At(string stack, string kind) => Path.Combine(AppContext.BaseDirectory, "face-heads", stack, $"{kind}.json");
}
