using System.Globalization;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>沟通记录摘要 where nobody wrote one: the latest entries of the log, newest first.</summary>
internal static class TalkSummary
{
    public const int Entries = 3;

    internal sealed record Entry(long OpportunityId, DateOnly On, VisitMethod Method, string? Topic, string? Feedback);

    public static string Of(IEnumerable<Entry> latest) => string.Join('；', latest.Take(Entries).Select(Say));

    private static string Say(Entry entry)
    {
        var words = string.Join('，', new[] { entry.Topic, entry.Feedback?.ReplaceLineEndings(" ") }.Where(text => !string.IsNullOrEmpty(text)));
        return string.Create(CultureInfo.InvariantCulture, $"{entry.On.Month}月{entry.On.Day}日{FieldWords.Of(FieldWords.VisitMethods, (VisitMethod?)entry.Method)}{(words.Length == 0 ? "" : "：" + words)}");
    }
}
