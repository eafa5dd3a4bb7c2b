namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>Invented names, tokens and pictures.</summary>
internal static class Names
{
    /// <summary>The site's picture for people without one.</summary>
    public const string DefaultAvatar = "da8e974dc";

    private static readonly string[] First = ["云", "禾", "舟", "栎", "砚", "澜", "岚", "樱", "槿", "蔚", "萤", "汀", "霁", "芷", "棠", "屿"];
    private static readonly string[] Second = ["小鹿", "星河", "木槿", "远山", "半夏", "听雨", "纸鸢", "青柠", "拾光", "白茶", "麦田", "晚风", "浅溪", "松果", "月牙", "竹影"];
    private static readonly string[] Syllables = ["lan", "he", "zhou", "li", "yan", "mu", "xi", "ning", "shu", "bai", "qiu", "tang", "yu", "song", "mo", "jin"];
    private static readonly string[] Bodies = ["研习社", "实验室", "小课堂", "工作坊", "观察站", "编辑部"];

    public static string Person(Random chance) => chance.Next(3) switch
    {
        0 => chance.Pick(First) + chance.Pick(Second),
        1 => chance.Pick(Second) + chance.Pick(First),
        _ => chance.Pick(First) + chance.Pick(First) + chance.Pick(First),
    };

    public static string Organisation(Random chance) => chance.Pick(Second) + chance.Pick(Bodies);

    public static string Token(Random chance) => $"{chance.Pick(Syllables)}-{chance.Pick(Syllables)}-{chance.Next(1, 1000)}";

    /// <summary>
    /// A picture's name in one of the site's three forms. It is made of the owner's id: a second random name for everybody would not fit
    /// into the sample.
    /// </summary>
    public static string Avatar(Random chance, string id, double defaultShare) => chance.NextDouble() switch
    {
        var drawn when drawn < defaultShare => DefaultAvatar,
        < 0.55 => id[..9],
        < 0.7 => id,
        _ => $"v2-{id}",
    };
}
