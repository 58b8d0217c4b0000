using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using SalesCrm.Application.Competitors;

namespace SalesCrm.Web.Pages.Competitors;

/// <summary>A title, its lines, and whether they count lost ones only.</summary>
public sealed record MeetingTable(string Title, string Head, string Metric, IReadOnlyList<CompetitorAnalysis.Line> Lines, bool LostOnly = false);

/// <summary>Addresses of the lists behind the figures of the competition.</summary>
public static class MeetingQuery
{
    public static string Link(MeetingFilter filter, MeetingResult? result)
    {
        var query = new QueryBuilder();
        Add("competitorId", filter.CompetitorId?.ToString(CultureInfo.InvariantCulture));
        Add("result", (result ?? filter.Result)?.ToString());
        Add("band", filter.Band?.ToString());
        Add("province", filter.Province is "" ? "-" : filter.Province);
        Add("industryId", filter.IndustryId?.ToString(CultureInfo.InvariantCulture));
        Add("reasonId", filter.ReasonId?.ToString(CultureInfo.InvariantCulture));
        return "/competitors/meetings" + query.ToQueryString();

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }
    }
}
