namespace LiveQuality.Crawler.Crawling.Watching;

/// <summary>
/// The fields that records are made of, features among them: where one of these breaks, records lose by it. A test holds the list to the cleaner. It is
/// also what is known of the site without an earlier crawl.
/// </summary>
/// <remarks>
/// Left out is <c>fee.end_time</c>: it is there while a promotion runs and then is not, as is right.
/// </remarks>
internal static class KeptFields
{
    // Path, colon, types; an exclamation mark where the recordings of May 2017 have it in every item (protocol 2.1 and 2.3).
    private const string Member =
        "WHO.member:object! WHO.member.id:string! WHO.member.name:string! WHO.member.url_token:string! WHO.member.headline:string! " +
        "WHO.member.gender:number,null! WHO.member.user_type:string! WHO.member.avatar_url:string! WHO.member.badge:array ";

    private static readonly Dictionary<string, Dictionary<string, KeptField>> Kinds = new(StringComparer.Ordinal)
    {
        ["live"] = Read(
            "id:string! subject:string! description:string! outline:string! status:string! live_type:string! source:string! created_at:number! starts_at:number! " +
            "ends_at:number! duration:number! seats:object! seats.taken:number! seats.max:number! fee:object! fee.amount:number! fee.original_price:number! " +
            "review:object! review.count:number! review.score:number! speaker:object! cospeakers:array! tags:array! tags.id:number! tags.name:string! " +
            "in_promotion:bool! purchasable:bool! buyable:bool! has_feedback:bool! is_public:number,bool! liked_num:number! speaker_message_count:number! " +
            "is_refundable:bool has_authenticated:bool is_commercial:bool is_audition_open:bool has_audition:bool audition_message_count:number " +
            "speaker_audio_message_count:number reply_message_count:number attachment_count:number " +
            "speaker.description:string! " +
            Member.Replace("WHO", "speaker", StringComparison.Ordinal) +
            Member.Replace("WHO", "cospeakers", StringComparison.Ordinal)),
        ["review"] = Read(
            "id:string! author:object! author.member:object! author.member.id:string! author.badge:object! author.badge.id:number! created_at:number! " +
            "updated_at:number! content:string! score:number! is_gift_receiver:bool!"),
        ["speaker"] = Read(
            "id:string! name:string! url_token:string headline:string description:string gender:number,null user_type:string avatar_url:string badge:array " +
            "follower_count:number voteup_count:number thanked_count:number favorited_count:number answer_count:number articles_count:number " +
            "hosted_live_count:number participated_live_count:number"),
    };

    /// <returns>Null for a field that no record keeps.</returns>
    public static KeptField? Find(string kind, string field) => Kinds[kind].GetValueOrDefault(field);

    private static Dictionary<string, KeptField> Read(string table) => table
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(entry => entry.Split(':'))
        .ToDictionary(entry => entry[0], entry => new KeptField(entry[1].TrimEnd('!').Split(','), entry[1].EndsWith('!')), StringComparer.Ordinal);
}
