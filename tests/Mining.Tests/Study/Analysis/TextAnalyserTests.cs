using LiveQuality.Mining.Study.Analysis;
using LiveQuality.Mining.Study.Tables;
using Xunit;

namespace LiveQuality.Mining.Tests.Study.Analysis;

public sealed class TextAnalyserTests
{
    [Fact]
    public void Split_ChineseText_GivesWordsInOrderWithoutStopWordsAndSingleCharacters() =>
        Assert.Equal(["学习", "机器", "学习", "python"], WordSplitter.Split("我们学习机器学习的 Python，2018！").Where(word => word is "学习" or "机器" or "python" or "我们" or "的" or "2018"));

    [Fact]
    public void Split_EndlessText_ReadsItsBeginning()
    {
        var words = WordSplitter.Split(new string(' ', WordSplitter.LongestText - 2) + "法律法律");

        Assert.Equal(["法律"], words);
    }

    [Fact]
    public void Split_ManyThreadsAtOnce_GiveTheSameWords()
    {
        var words = WordSplitter.Split("如何学习法律和医学知识");

        Assert.All(Enumerable.Range(0, 64).AsParallel().Select(_ => WordSplitter.Split("如何学习法律和医学知识")).ToArray(), other => Assert.Equal(words, other));
    }

    [Fact]
    public void Guard_MissingLibrary_SaysInOneLineWhatToInstall()
    {
        var error = Assert.Throws<MiningException>(() => WordSplitter.Guard<int>(() => throw new FileLoadException("Can't load ICU library (version 0)")));

        Assert.Contains("libicu", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Guard_AnyOtherError_GoesOn() => Assert.Throws<InvalidOperationException>(() => WordSplitter.Guard<int>(() => throw new InvalidOperationException()));

    [Fact]
    public void Analyse_NoTexts_IsEmpty() => Assert.Empty(TextAnalyser.Analyse(Lives.Table(Lives.Live(4), Lives.Live(5)), TestContext.Current.CancellationToken));

    [Fact]
    public void Analyse_PlantedWords_MarkGoodAndBadLives()
    {
        StudyRow[] rows =
        [
            .. Enumerable.Range(0, 40).Select(number => Lives.Live(3 + (number / 20.0)).WithText(StudyText.Title, number switch { >= 30 => "医学知识", < 10 => "法律知识", _ => "历史知识" })),
            Lives.Live(4).WithText(StudyText.Reviews, "内容精彩"),
        ];

        var texts = TextAnalyser.Analyse(Lives.Table(rows), TestContext.Current.CancellationToken);

        Assert.Equal([(StudyText.Title, 40), (StudyText.Reviews, 1)], texts.Select(text => (text.Text, text.Lives)));
        Assert.Equal(["医学"], texts[0].GoodKeywords.Select(word => word.Word));
        Assert.Equal(["法律"], texts[0].BadKeywords.Select(word => word.Word));
        Assert.Equal("知识", texts[0].HotWords[0].Word);
    }

    [Fact]
    public void Analyse_ManyLivesAtTheEdgeOfTheQuarter_AllBelongToIt()
    {
        StudyRow[] rows = [.. Enumerable.Range(0, 40).Select(number => Lives.Live(number < 20 ? 5 : 3).WithText(StudyText.Title, number < 20 ? "医学知识" : "法律知识"))];

        var title = Assert.Single(TextAnalyser.Analyse(Lives.Table(rows), TestContext.Current.CancellationToken));

        Assert.Equal(("医学", "法律"), (Assert.Single(title.GoodKeywords).Word, Assert.Single(title.BadKeywords).Word));
    }

    [Fact]
    public void Analyse_RowsInAnotherOrder_GivesTheSameWords()
    {
        string[] titles = ["医学知识", "法律知识", "历史故事", "音乐故事"];
        StudyRow[] rows = [.. Enumerable.Range(0, 40).Select(number => Lives.Live(1 + (number % 5)).WithText(StudyText.Title, titles[number % 4]))];
        StudyRow[] shuffled = [.. rows];
        new Random(3).Shuffle(shuffled);

        var (one, other) = (TextAnalyser.Analyse(Lives.Table(rows), TestContext.Current.CancellationToken), TextAnalyser.Analyse(Lives.Table(shuffled), TestContext.Current.CancellationToken));

        Assert.Equivalent(one, other, strict: true);
        Assert.NotEmpty(one[0].HotWords);
    }
}
