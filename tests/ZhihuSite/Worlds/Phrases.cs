namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>A small grammar for titles, descriptions and reviews; every sentence is invented here.</summary>
internal static class Phrases
{
    private static readonly Dictionary<int, string[]> Topics = new()
    {
        [101] = ["极简收纳", "一人食", "衣橱整理", "城市漫步"],
        [102] = ["独立电影", "钢琴入门", "桌面游戏", "影视配乐"],
        [103] = ["城市速写", "水彩基础", "看懂展览", "摄影构图"],
        [104] = ["晨跑计划", "羽毛球步法", "徒手训练", "游泳换气"],
        [105] = ["产品原型", "数据分析", "小程序运营", "社区增长"],
        [106] = ["手账排版", "插画配色", "字体选择", "灯光设计"],
        [107] = ["慢旅行", "行程规划", "火车旅行", "轻装远行"],
        [108] = ["家常汤羹", "手冲咖啡", "面包烘焙", "便当搭配"],
        [109] = ["短篇写作", "读书笔记", "古诗赏读", "写作习惯"],
        [201] = ["天文观测", "编程入门", "家用电路", "机器学习"],
        [202] = ["情绪觉察", "亲密沟通", "拖延应对", "压力管理"],
        [203] = ["家庭急救", "睡眠改善", "控糖饮食", "口腔护理"],
        [301] = ["家庭记账", "指数基金", "保险配置", "财报阅读"],
        [302] = ["简历修改", "面试表达", "转行准备", "会议汇报"],
        [303] = ["英语听力", "考研复习", "亲子阅读", "论文选题"],
        [304] = ["小店选址", "创业预算", "品牌起名", "团队招募"],
        [305] = ["租房合同", "消费维权", "劳动纠纷", "遗嘱常识"],
    };

    private static readonly string[] General = ["学习方法", "时间管理", "资料整理"];
    private static readonly string[] Titles = ["{0}：从零到一", "如何开始{0}？", "{0}的七个误区", "聊聊{0}这件事", "给新手的{0}指南", "{0}，我走过的弯路", "三步学会{0}", "{0}进阶：案例与方法"];
    private static readonly string[] Openings =
        ["这场 Live 会讲{0}的基本思路。", "很多人问我怎样开始{0}，这里一次说清。", "如果你对{0}感兴趣但不知从何下手，欢迎来听。", "我会用三个例子讲{0}。"];

    private static readonly string[] Middles =
        ["先说常见误区，再给出可以照做的步骤。", "不需要任何基础，听完就能动手。", "内容来自我这几年的笔记，附一份清单。", "前半场讲方法，后半场答疑。", "适合第一次接触的朋友。"];

    private static readonly string[] Points = ["为什么{0}总是坚持不下来？", "{0}需要准备什么？", "一个完整的{0}案例", "{0}常用的工具", "怎样判断{0}做得好不好？", "答疑与讨论"];
    private static readonly string[] Headlines = ["喜欢把复杂的事讲简单", "慢慢走，比较快", "写字的人，偶尔画画", "专注{0}第九年", "{0}爱好者", "白天上班，晚上研究{0}"];
    private static readonly string[] Good = ["讲得清楚，例子很实用", "听完就想动手试试", "干货很多，值回票价", "节奏舒服，重点明确", "答疑特别耐心", "对我这个新手很有帮助", "已经推荐给同事", "第二次听，还是有收获"];
    private static readonly string[] Fair = ["内容不错，就是有点快", "前半段稍慢，后面挺好", "还可以，希望案例再多些", "适合入门，老手可以略过"];
    private static readonly string[] Bad = ["内容太浅，和标题不符", "语音断断续续，听着费劲", "没有讲到重点", "准备得不够充分"];
    private static readonly string[] Endings = ["", "", "", "。", "！", "～", " 👍", "😊", "(๑•̀ㅂ•́)و✧"];

    public static string Topic(Random chance, int? tag) =>
        chance.Pick(tag is { } id && Topics.TryGetValue(id, out var topics) ? topics : General);

    public static string Title(Random chance, string topic) => Fill(chance.Pick(Titles), topic);

    public static string Description(Random chance, string topic)
    {
        var lineEnd = chance.NextDouble() switch
        {
            < 0.6 => "\r\n",
            < 0.75 => "\n",
            // Full-width space before the line end, as Chinese keyboards leave it.
            < 0.85 => "\u3000\r\n",
            _ => "\r\n\r\n",
        };
        var text = Fill(chance.Pick(Openings), topic) + lineEnd + chance.Pick(Middles);
        if (chance.NextBool(0.3))
        {
            text += lineEnd + chance.Pick(Middles);
        }

        return chance.NextDouble() switch
        {
            < 0.01 => text + "\b",
            < 0.03 => text + "\t ",
            _ => text,
        };
    }

    public static string Outline(Random chance, string topic)
    {
        var bullet = chance.Pick<string>(["• ", "• ", "- ", "＊", "（ 1 ）"]);
        var from = chance.Next(Points.Length);
        return string.Join("\r\n", Enumerable.Range(0, chance.Next(2, 4)).Select(i => bullet + Fill(Points[(from + i) % Points.Length], topic)));
    }

    public static string Headline(Random chance, string topic) => Fill(chance.Pick(Headlines), topic);

    public static string Review(Random chance, int score)
    {
        // 1,397 of 3,145 real ratings come without a word.
        if (chance.NextBool(0.444))
        {
            return "";
        }

        var choices = score switch { 5 => Good, 4 => chance.NextBool(0.5) ? Good : Fair, 3 => Fair, _ => Bad };
        var text = chance.Pick(choices);
        while (chance.NextBool(0.15))
        {
            text += (chance.NextBool(0.06) ? "\r\n" : "，") + chance.Pick(choices);
        }

        return text + chance.Pick(Endings);
    }

    private static string Fill(string template, string topic) => template.Replace("{0}", topic, StringComparison.Ordinal);
}
