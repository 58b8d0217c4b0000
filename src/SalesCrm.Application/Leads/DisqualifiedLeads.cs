using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Leads;

/// <summary>Why leads were given up, by reason and by source, as far as the reader sees leads.</summary>
public sealed class DisqualifiedLeads(CrmDbContext db)
{
    /// <param name="Reason">Null for what was given up before there were words.</param>
    public sealed record Line(long? ReasonId, string? Reason, long? SourceId, string? Source, int Count);

    /// <param name="All">All leads that the reader sees, to hold the sum against.</param>
    public sealed record Report(IReadOnlyList<Line> Lines, int All)
    {
        public int Total => Lines.Sum(line => line.Count);
        public IEnumerable<(string? Name, int Count)> ByReason => Lines.GroupBy(line => line.Reason).Select(group => (group.Key, group.Sum(line => line.Count))).OrderByDescending(row => row.Item2);
        public IEnumerable<(long? Id, string? Name)> Sources => Lines.GroupBy(line => (line.SourceId, line.Source)).OrderByDescending(group => group.Sum(line => line.Count)).Select(group => group.Key);
        public int CountOf(string? reason, long? sourceId) => Lines.Where(line => line.Reason == reason && line.SourceId == sourceId).Sum(line => line.Count);
    }

    public async Task<Report> ReadAsync(DateOnly? first, DateOnly? last, Actor actor, CancellationToken cancellationToken)
    {
        var english = Translations.Current == Translations.English;
        var leads = db.LeadsOf(actor).AsNoTracking().Where(lead => (first == null || lead.CreatedOn >= first) && (last == null || lead.CreatedOn <= last));
        var counts = await leads.GroupBy(lead => new { Given = lead.Status == LeadStatus.Disqualified, lead.DisqualifyReasonId, lead.SourceId })
            .Select(group => new { group.Key.Given, group.Key.DisqualifyReasonId, group.Key.SourceId, Count = group.Count() }).ToListAsync(cancellationToken);
        var words = await db.Dictionary.AsNoTracking().Where(word => word.Kind == DictionaryKind.DisqualifyReason || word.Kind == DictionaryKind.Source)
            .ToDictionaryAsync(word => word.Id, word => english && word.EnglishName != null ? word.EnglishName : word.Name, cancellationToken);
        string? NameOf(long? id) => id is { } key ? words.GetValueOrDefault(key) : null;
        return new(
            counts.Where(row => row.Given).Select(row => new Line(row.DisqualifyReasonId, NameOf(row.DisqualifyReasonId), row.SourceId, NameOf(row.SourceId), row.Count)).ToList(),
            counts.Sum(row => row.Count));
    }
}
