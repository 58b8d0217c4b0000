using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;

namespace SalesCrm.Application.Imports.External;

/// <summary>The ids of the other system that a batch of rows mentions, and those that it brings along.</summary>
internal sealed class ExternalBook(ImportRun run)
{
    /// <summary>The field by which a row says its own id.</summary>
    public const string Own = "ExternalId";

    private const int Batch = 500;

    private readonly Dictionary<(ExternalSubject Subject, string Code), long> _known = [];
    private readonly HashSet<(ExternalSubject Subject, long Id)> _taken = [];
    private readonly HashSet<object> _bound = new(ReferenceEqualityComparer.Instance);
    private readonly List<(ExternalSubject Subject, string Code, Func<long> Id)> _pending = [];
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);

    /// <summary>Forgets the last batch and looks up what the rows of the next mention. The same own id twice in a file is refused.</summary>
    public async Task LoadAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        _known.Clear();
        _taken.Clear();
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
            foreach (var found in await run.Db.ExternalIds.AsNoTracking().Where(row => row.System == run.Profile.System && codes.Contains(row.Code)).ToListAsync(cancellationToken))
            {
                _known[(found.Subject, found.Code)] = found.RecordId;
            }
        }
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

        if (!run.IsDry)
        {
            _pending.Add((subject, code, id));
        }
    }

    /// <summary>After the batch is saved and has its ids.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (_pending.Count == 0)
        {
            return;
        }

        run.Db.ExternalIds.AddRange(_pending.Select(pending => new ExternalId { System = run.Profile.System, Subject = pending.Subject, Code = pending.Code, RecordId = pending.Id() }));
        _pending.Clear();
        await run.Db.SaveChangesAsync(cancellationToken);
    }
}
