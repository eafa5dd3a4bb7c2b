using System.Net;
using System.Text;
using LiveQuality.Crawler.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Zhihu;

public sealed class PeoplePageTests
{
    private const string User =
        $$"""{"id":"{{Wire.SpeakerId}}","urlToken":"jia-yi","name":"甲乙","gender":1,"followerCount":12,"voteupCount":34,"hostedLiveCount":3,"useDefaultAvatar":true,"badge":[]}""";

    private const string Elements = $$"""
        <!DOCTYPE html><html><head><title>甲乙 - 知乎</title><title>知乎</title></head><body>
        <meta itemprop="url" content="https://www.zhihu.com/people/jia-yi"><meta itemprop="gender" content="Female">
        <meta itemprop="image" content="https://pic3.zhimg.com/{{Wire.PortraitHash}}_is.jpg">
        <meta itemprop="zhihu:voteupCount" content="104512"><meta itemprop="zhihu:thankedCount" content="18233">
        <meta itemprop="zhihu:answerCount" content="1203"><meta itemprop="zhihu:articlesCount" content="47">
        <h1><span class="ProfileHeader-name">甲乙</span><span class="ProfileHeader-headline">种菜 <a href="#">例</a></span></h1>
        <div class="Profile-sideColumnItemValue">获得 18,233 次感谢 ，
            25,906 次收藏</div>
        <a class="NumberBoard-item" href="/people/jia-yi/following"><strong class="NumberBoard-itemValue" title="1317">1,317</strong></a>
        <a class="NumberBoard-item" href="/people/jia-yi/followers"><strong class="NumberBoard-itemValue" title="36781">36,781</strong></a>
        <a class="Profile-lightItem" href="/lives/users/{{Wire.SpeakerId}}">Live</a><a class="Profile-lightItem" href="/people/jia-yi/following">x</a>
        <div id="data" data-useragent="{}"></div></body></html>
        """;

    [Fact]
    public void Parse_PageOfSeptember2018_IsReadFromItsElements()
    {
        var person = Person(Elements);

        Assert.Equal(
            new WirePerson
            {
                Id = Wire.SpeakerId,
                UrlToken = "jia-yi",
                Name = "甲乙",
                Headline = "种菜 例",
                Gender = 0,
                AvatarUrl = $"https://pic3.zhimg.com/{Wire.PortraitHash}_is.jpg",
                FollowerCount = 36781, // From the board's title, since this page lacks the meta element; its text has commas.
                VoteupCount = 104512,
                ThankedCount = 18233,
                FavoritedCount = 25906,
                AnswerCount = 1203,
                ArticlesCount = 47,
            },
            person);
    }

    [Fact]
    public void Parse_PageWithoutLives_HasATokenAndNoId()
    {
        var person = Person(Elements.Replace("/lives/users/", "/elsewhere/", StringComparison.Ordinal));

        Assert.Null(person.Id);
        Assert.Equal("jia-yi", person.UrlToken);
    }

    [Fact]
    public void Parse_StateThatIsOneLongWord_IsAProblemInOneShortLine()
    {
        var html = $"<script id=\"js-initialData\">null{new string('l', 10_000)}</script>";

        var problem = PeoplePage.Parse(Encoding.UTF8.GetBytes(html)).Problem!;

        Assert.Equal(PageProblemKind.WrongShape, problem.Kind);
        Assert.InRange(problem.Reason.Length, 1, 300);
    }

    [Fact]
    public void Parse_LaterPage_IsReadFromItsInitialData()
    {
        var person = Person($$$"""<html><script id="js-initialData" type="text/json">{"initialState":{"entities":{"users":{"jia-yi":{{{User}}} } } } }</script></html>""");

        Assert.Equal(Wire.SpeakerId, person.Id);
        Assert.Equal(34, person.VoteupCount);
        Assert.Equal(3, person.HostedLiveCount);
        Assert.True(person.UseDefaultAvatar);
        Assert.Equal(0, person.BadgeCount);
    }

    [Fact]
    public void Parse_OlderPage_IsReadFromItsDataState()
    {
        var state = WebUtility.HtmlEncode($$$"""{"entities":{"users":{"jia-yi":{{{User}}} } } }""");

        Assert.Equal(Wire.SpeakerId, Person($"<html><div id=\"data\" data-state=\"{state}\"></div></html>").Id);
    }

    [Fact]
    public void Parse_StateWithSeveralPeople_TakesTheOneOfTheAddress()
    {
        const string users = $$"""{"other":{"id":"1","name":"别人"},"jia-yi":{{User}} }""";
        const string script = $$$"""<script id="js-initialData" type="text/json">{"initialState":{"entities":{"users":{{{users}}} } } }</script>""";

        Assert.Equal("甲乙", Person($"<html><link rel=\"canonical\" href=\"https://www.zhihu.com/people/jia-yi\">{script}</html>").Name);
        Assert.Equal(PageProblemKind.WrongShape, PeoplePage.Parse(Encoding.UTF8.GetBytes(script)).Problem!.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>安全验证</body></html>")]
    [InlineData("{\"id\":\"1\"}")]
    [InlineData("<script id=\"js-initialData\">{\"initialState\":{\"entities\":{\"users\":[]}}}</script>")]
    [InlineData("<script id=\"js-initialData\">{\"initialState\":{\"entities\":{\"users\":{\"a\":7}}}}</script>")]
    [InlineData("<script id=\"js-initialData\">{\"initialState\":</script>")]
    public void Parse_NoPerson_IsAProblem(string body) =>
        Assert.Equal(PageProblemKind.WrongShape, PeoplePage.Parse(Encoding.UTF8.GetBytes(body)).Problem!.Kind);

    [Theory]
    [InlineData("<div>", 800_000)]
    [InlineData("<b a={0}><p>", 250_000)]
    [InlineData("<script>", 500_000)]
    [InlineData("<span class='Profile-sideColumnItemValue'>", 90_000)]
    public void Parse_ABombOfTags_EndsInAProblemInTime(string tag, int times)
    {
        var bomb = new StringBuilder();
        for (var i = 0; i < times; i++)
        {
            bomb.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, tag, i);
        }

        var body = Encoding.UTF8.GetBytes(bomb.ToString());
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.NotNull(PeoplePage.Parse(body).Problem);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20); // Takes under a second; a tree of it would take minutes.
    }

    [Fact]
    public void Parse_APageBeyondTheBound_IsNotRead() =>
        Assert.Equal(PageProblemKind.Unreadable, PeoplePage.Parse(new byte[HtmlPage.LargestBytes + 1]).Problem!.Kind);

    private static WirePerson Person(string html)
    {
        var parsed = PeoplePage.Parse(Encoding.UTF8.GetBytes(html));
        Assert.Null(parsed.Problem);
        Assert.Equal(html, parsed.Value!.Item.Payload);
        return parsed.Value.Item.Wire!;
    }
}
