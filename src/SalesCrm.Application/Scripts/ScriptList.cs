using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Application.Scripts;

/// <summary>The library of questions and sentences; common knowledge of all who talk to customers.</summary>
public sealed class ScriptList(CrmDbContext db)
{
    private static readonly ListOrders<Script> Orders = new(
        new ListOrder<Script, int>("uses", script => script.UseCount, script => script.Id),
        new ListOrder<Script, ScriptKind>("kind", script => script.Kind, script => script.Id));

    /// <param name="Text">Part of its text or tags.</param>
    /// <param name="Kind">Only of this kind.</param>
    /// <param name="Archived">Those that are not offered any more instead.</param>
    public sealed record Filter(string? Text = null, ScriptKind? Kind = null, bool Archived = false);

    public sealed record ScriptRow(long Id, ScriptKind Kind, string Text, string? Tags, bool IsSensitive, int UseCount, bool IsArchived);

    public Task<Page<ScriptRow>> ReadAsync(Filter filter, PageRequest request, CancellationToken cancellationToken)
        => Orders.Named(request.Sort).ReadAsync(
            Wanted(filter),
            script => new ScriptRow(script.Id, script.Kind, script.Text, script.Tags, script.IsSensitive, script.UseCount, script.ArchivedAt != null),
            request, cancellationToken);

    /// <summary>The most used ones, for the panel beside a form.</summary>
    public async Task<IReadOnlyList<ScriptRow>> SuggestAsync(Filter filter, int size, CancellationToken cancellationToken)
        => await Wanted(filter).OrderByDescending(script => script.UseCount).ThenBy(script => script.Id).Take(size)
            .Select(script => new ScriptRow(script.Id, script.Kind, script.Text, script.Tags, script.IsSensitive, script.UseCount, false)).ToListAsync(cancellationToken);

    private IQueryable<Script> Wanted(Filter filter)
    {
        var scripts = db.Scripts.AsNoTracking().Where(script => (script.ArchivedAt != null) == filter.Archived).Matching(db, SearchKind.Script, filter.Text);
        return filter.Kind is { } kind ? scripts.Where(script => script.Kind == kind) : scripts;
    }
}
