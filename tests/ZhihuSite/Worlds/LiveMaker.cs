namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>Makes a live from its normal scores.</summary>
internal sealed class LiveMaker(int seed, WorldParameters parameters)
{
    private const long Hour = 3_600;
    private const long Day = 24 * Hour;
    private const double StillToComeShare = 0.01;
    private readonly Factor _own = Factor.Of(parameters.Within) ?? throw new ArgumentException("Within is no covariance matrix", nameof(parameters));

    /// <summary>Makes one live.</summary>
    /// <param name="index">Its place in the world.</param>
    /// <param name="speaker">Who speaks.</param>
    /// <param name="shared">The speaker's part of the scores.</param>
    /// <param name="cospeakers">Who else speaks.</param>
    public WorldLive Make(int index, WorldSpeaker speaker, double[] shared, IReadOnlyList<WorldSpeaker> cospeakers)
    {
        var values = new Draw(parameters, shared, _own, Chance.For(seed, "live-scores", index));
        var chance = Chance.For(seed, "live", index);

        var hasEnded = !chance.NextBool(StillToComeShare);
        var created = hasEnded ? Created(values.Long(Columns.CreatedAt), chance) : World.CrawledAt - chance.NextInt64(Day, 7 * Day);
        var starts = hasEnded ? Starts(created, values.Long(Columns.Lead), chance) : World.CrawledAt + chance.NextInt64(Hour, 14 * Day);
        var period = parameters.Periods.LastOrDefault(period => period.From <= created, parameters.Periods[0]);
        var duration = values.Long("duration");
        var tag = parameters.Tags.FirstOrDefault(tag => tag.Id == values.Int("tag_id"));
        var topic = Phrases.Topic(chance, tag?.Id);
        var price = values.Long("amount");
        var inPromotion = price > 0 && chance.NextBool(0.02);
        var reviews = hasEnded ? values.Int("review_count") : 0;
        var messages = hasEnded ? values.Int("speaker_message_count") : 0;
        var isOpen = values.Flag("is_audition_open");
        var sum = (int)Math.Round(values.Score(reviews) * reviews);

        return new WorldLive
        {
            Index = index,
            Id = Snowflake.At(created, chance),
            // An ObjectId: its first four bytes are the time it was made.
            ConvId = created.ToString("x8", System.Globalization.CultureInfo.InvariantCulture) + chance.NextHex(16),
            Subject = Phrases.Title(chance, topic),
            Description = Phrases.Description(chance, topic),
            Outline = Phrases.Outline(chance, topic),
            Alert = chance.NextBool(0.15) ? $"<a href=\"https://www.zhihu.com/lives/specials/{Snowflake.At(created, chance)}\">{topic}专题</a>" : "",
            Speaker = speaker,
            Cospeakers = cospeakers,
            Tag = tag,
            CreatedAt = created,
            StartsAt = starts,
            EndsAt = starts + (duration == World.OpenEnd ? chance.NextInt64(Day, 20 * Day) : Math.Max(600, duration + chance.Next(-300, 1500))),
            Duration = duration,
            HasEnded = hasEnded,
            IsVideo = chance.NextBool(0.02),
            ByAdmin = chance.NextBool(period.ByAdmin),
            Purchasable = values.Flag("purchasable"),
            IsRefundable = chance.NextBool(period.Refundable),
            // 13 of 5,439, most of them by organisations: too few for the copula.
            IsCommercial = chance.NextBool(speaker.IsOrganization ? 0.12 : 0.001),
            IsAuditionOpen = isOpen,
            // 10 of 5,439 have a free part that is closed.
            HasAudition = isOpen && !chance.NextBool(0.002),
            AuditionMessages = values.Int("audition_message_count"),
            Replies = hasEnded ? values.Int("reply_message_count") : 0,
            SpeakerMessages = messages,
            AudioMessages = Math.Min(messages, values.Int("speaker_audio_message_count")),
            Attachments = hasEnded ? values.Int("attachment_count") : 0,
            Likes = values.Int("liked_num"),
            SeatsTaken = Math.Max(reviews, values.Long("seats_taken")),
            SeatsMax = values.Long("seats_max"),
            OriginalPrice = price,
            Amount = inPromotion ? price / 2 : price,
            PromotionEndsAt = inPromotion ? World.CrawledAt + (chance.Next(1, 15) * Day) : null,
            Reviews = reviews,
            RatingSum = Math.Clamp(sum, reviews, 5 * reviews),
            Score = World.ShownScore(Math.Clamp(sum, reviews, 5 * reviews), reviews),
            HasOldKeys = chance.NextBool(0.01),
            HasUnknownKey = chance.NextBool(0.003),
        };
    }

    private long Created(long day, Random chance) =>
        StartOfDay(day) + (chance.PickIndex(parameters.CreatedHours) * Hour) + chance.NextInt64(Hour);

    // The lead time says about when; weekday, hour and minute are what people can attend.
    private long Starts(long created, long lead, Random chance)
    {
        var about = StartOfDay(created + lead);
        var weights = Enumerable.Range(-3, 7).Select(days => parameters.Weekdays[(int)InChina(about + (days * Day)).DayOfWeek]).ToArray();
        var starts = about + ((chance.PickIndex(weights) - 3) * Day)
            + (chance.PickIndex(parameters.StartHours) * Hour) + (chance.PickIndex(parameters.StartMinutes) * 600L);
        while (starts > World.CrawledAt - (6 * Hour))
        {
            starts -= Day;
        }

        while (starts < created + Hour)
        {
            starts += Day;
        }

        return starts;
    }

    private static long StartOfDay(long time) => new DateTimeOffset(InChina(time).Date, Columns.China).ToUnixTimeSeconds();

    private static DateTimeOffset InChina(long time) => DateTimeOffset.FromUnixTimeSeconds(time).ToOffset(Columns.China);

    private sealed class Draw
    {
        private readonly WorldParameters _parameters;
        private readonly double[] _z;
        private readonly double _scoreZ;

        public Draw(WorldParameters parameters, double[] shared, Factor own, Random chance)
        {
            _parameters = parameters;
            _z = [.. own.Draw(chance).Zip(shared, (one, other) => one + other)];
            var score = parameters.Score;
            _scoreZ = score.Constant + shared[^1] + (score.OwnDeviation * chance.NextNormal());
            for (var i = 0; i < _z.Length; i++)
            {
                _scoreZ += score.Coefficients[i] * _z[i];
            }
        }

        public long Long(string column)
        {
            var at = _parameters.IndexOf(column);
            return (long)Math.Floor(_parameters.Columns[at].At(_z[at]));
        }

        public int Int(string column) => (int)Long(column);

        public bool Flag(string column) => Long(column) != 0;

        public double Score(int reviews)
        {
            var margins = _parameters.Score.Margins;
            return margins.LastOrDefault(bin => bin.FromReviews <= reviews, margins[0]).Margin.At(_scoreZ);
        }
    }
}
