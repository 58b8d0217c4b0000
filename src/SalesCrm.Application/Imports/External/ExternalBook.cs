using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Customers.Events;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Imports.External;

/// <summary>The ids of the other system that a batch of rows mentions, and those that it brings along.</summary>
internal sealed class ExternalBook(ImportRun run)
{
    /// <summary>The field by which a row says its own id.</summary>
    public const string Own = "ExternalId";

    private const int Batch = 500;

    private readonly Dictionary<(ExternalSubject Subject, string Code), long> _known = [];
    private readonly HashSet<(ExternalSubject Subject, string Code)> _hidden = [];
    private readonly HashSet<(ExternalSubject Subject, long Id)> _taken = [];
    private readonly HashSet<object> _bound = new(ReferenceEqualityComparer.Instance);
    private readonly List<(string System, ExternalSubject Subject, string Code, Func<long> Id)> _pending = [];
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<(ExternalSubject Subject, string Code), string> _elsewhere = [];
    private string[]? _otherSystems;

    /// <summary>Forgets the last batch and looks up what the rows of the next mention. The same own id twice in a file is refused.</summary>
    public async Task LoadAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        _known.Clear();
        _hidden.Clear();
        _taken.Clear();
        _elsewhere.Clear();
        if (!run.IsDry)
        {
            _bound.Clear();
        }

        foreach (var row in rows)
        {
            if (row.Text(Own) is { } code && !_rows.TryAdd(code, row.Number))
            {
                row.Refuse(Own, new("与第 {0} 行的外部编号相同", _rows[code]));
            }
        }

        foreach (var codes in rows.SelectMany(RowLinks.CodesOf).Distinct(StringComparer.Ordinal).Chunk(Batch))
        {
            var mentioned = await run.Db.ExternalIds.AsNoTracking().Where(row => row.System == run.Profile.System && codes.Contains(row.Code)).ToListAsync(cancellationToken);
            foreach (var subject in mentioned.GroupBy(found => found.Subject))
            {
                var seen = await SeenAsync(subject.Key, [.. subject.Select(found => found.RecordId)], cancellationToken);
                foreach (var found in subject)
                {
                    if (seen.Contains(found.RecordId))
                    {
                        _known[(found.Subject, found.Code)] = found.RecordId;
                    }
                    else
                    {
                        _hidden.Add((found.Subject, found.Code));
                    }
                }
            }
        }
    }

    /// <summary>Looks in the other systems for ids that rows refer to and that this one does not have: whoever forgot to say which system a file comes from should hear where they are.</summary>
    public async Task LoadElsewhereAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var known = _known.Keys.Select(key => key.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var codes in rows.SelectMany(RowLinks.ReferencesOf).Where(code => !known.Contains(code)).Distinct(StringComparer.Ordinal).Chunk(Batch))
        {
            _otherSystems ??= await run.Db.ExternalIds.Select(row => row.System).Distinct().Where(system => system != run.Profile.System).OrderBy(system => system).Take(Batch).ToArrayAsync(cancellationToken);
            var found = _otherSystems.Length == 0 ? [] : await run.Db.ExternalIds.AsNoTracking().Where(row => _otherSystems.Contains(row.System) && codes.Contains(row.Code)).OrderBy(row => row.System).ToListAsync(cancellationToken);
            foreach (var subject in found.GroupBy(row => row.Subject))
            {
                var seen = await SeenAsync(subject.Key, [.. subject.Select(row => row.RecordId).Distinct()], cancellationToken);
                foreach (var row in subject.Where(row => seen.Contains(row.RecordId)))
                {
                    _elsewhere.TryAdd((row.Subject, row.Code), row.System);
                }
            }
        }
    }

    /// <summary>Why an id means nothing here.</summary>
    public Text Unknown(string code, IReadOnlyList<ExternalSubject> subjects)
    {
        var shown = CleanText.Shortened(code, 40);
        return subjects.Select(subject => _elsewhere.GetValueOrDefault((subject, code))).FirstOrDefault(system => system is not null) switch
        {
            null => subjects is [ExternalSubject.User] ? new("没有外部编号为“{0}”的人员，请先导入人员", shown) : new("没有外部编号为“{0}”的记录，请先导入它", shown),
            "" => new("没有外部编号为“{0}”的记录；没有填系统名的导入里有此编号，请检查“来自哪个系统”", shown),
            var system => new("没有外部编号为“{0}”的记录；在「{1}」下有此编号，请检查“来自哪个系统”", shown, system),
        };
    }

    /// <summary>Which of the records the actor may see. An id that means another one is, for him, an id that was never given.</summary>
    private async Task<HashSet<long>> SeenAsync(ExternalSubject subject, long[] ids, CancellationToken cancellationToken)
    {
        var (db, actor) = (run.Db, run.Actor.ForOne);
        var customers = db.CustomersOf(actor);
        var seen = subject switch
        {
            ExternalSubject.Customer => customers.Select(row => row.Id),
            ExternalSubject.Contact => db.Contacts.Where(row => customers.Any(customer => customer.Id == row.CustomerId)).Select(row => row.Id),
            ExternalSubject.Lead or ExternalSubject.LeadPlan => db.LeadsOf(actor).Select(row => row.Id),
            ExternalSubject.Opportunity => db.OpportunitiesOf(actor).Select(row => row.Id),
            ExternalSubject.Deal => db.DealsOf(actor).Select(row => row.Id),
            ExternalSubject.Visit => db.VisitsOf(actor).Select(row => row.Id),
            ExternalSubject.Event => db.CustomerEventsOf(actor).Select(row => row.Id),
            _ => null,
        };
        return seen is null || run.Actor.IsSystem() ? [.. ids] : [.. await seen.Where(id => ids.Contains(id)).ToListAsync(cancellationToken)];
    }

    public long? Find(ExternalSubject subject, string? code) => code is not null && _known.TryGetValue((subject, code), out var id) ? id : null;

    /// <summary>Finds out which of these records have an id of the other system already: they are not those that another id means.</summary>
    public async Task LoadTakenAsync(ExternalSubject subject, IEnumerable<long> ids, CancellationToken cancellationToken)
    {
        foreach (var some in ids.Where(id => id != 0).Distinct().Chunk(Batch))
        {
            var taken = await run.Db.ExternalIds.AsNoTracking().Where(row => row.System == run.Profile.System && row.Subject == subject && some.Contains(row.RecordId)).Select(row => row.RecordId).ToListAsync(cancellationToken);
            _taken.UnionWith(taken.Select(id => (subject, id)));
        }
    }

    /// <summary>The record is known under another id than the row's, so the row means another one.</summary>
    public bool IsTaken(ExternalSubject subject, ImportRow row, object record, long id) => row.Has(Own) && (_bound.Contains(record) || _taken.Contains((subject, id)));

    /// <summary>Gives the record the row's own id, once it is saved.</summary>
    public void Bind(ImportRow row, RowEdit edit, ExternalSubject subject, object record, Func<long> id)
    {
        if (row.Text(Own) is not { } code || _known.ContainsKey((subject, code)))
        {
            return;
        }

        edit.Changed("外部编号", null, code);
        if (!run.IsDry || row.ComesAgain)
        {
            _bound.Add(record);
        }

        // What is another record's already stays so, without a word.
        if (!run.IsDry && !_hidden.Contains((subject, code)))
        {
            _pending.Add((run.Profile.System, subject, code, id));
        }
    }

    /// <summary>Keeps what the importer's own files call a record, once it is saved.</summary>
    public void BindNumber(ExternalSubject subject, string number, Func<long> id) => _pending.Add((TakenNumbers.SystemOf(run.Actor), subject, number, id));

    /// <summary>After the batch is saved and has its ids.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (_pending.Count == 0)
        {
            return;
        }

        run.Db.ExternalIds.AddRange(_pending.Select(pending => new ExternalId { System = pending.System, Subject = pending.Subject, Code = pending.Code, RecordId = pending.Id() }));
        _pending.Clear();
        await run.Db.SaveChangesAsync(cancellationToken);
    }
}
