using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.References;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Values;
using static SalesCrm.Application.Imports.Mapping.FieldReaders;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>The way of opportunities through the steps as another system saw it: one row for each step that one came to.</summary>
internal sealed class StageKind : ImportKind
{
    private const string By = "By";

    private readonly StageBook _stages = new();

    /// <summary>What the file says of an instant, wherever in the file.</summary>
    private readonly Dictionary<(long Opportunity, DateTime At), (StageCode Stage, int Row)> _said = [];
    private Dictionary<long, Opportunity> _known = [];
    private Dictionary<ImportRow, (Opportunity Opportunity, StageEntry Entry)> _entries = [];

    public override string Name => "stages";

    public override Text Title => "商机阶段历史";

    public override string TitleField => "Opportunity";

    public override IReadOnlyList<ImportField> Fields { get; } = HeaderWords.AddedTo("stages",
    [
        new ImportField("Opportunity", "机会编号", Line(40)).RequiredUnless(LinkFields.Opportunity.Name),
        new ImportField("Stage", "阶段", Line(50)).Required(),
        new ImportField("At", "进入时间", FieldReaders.DateTime).Required(),
        new ImportField(By, "操作人", Line(50)),
        new ImportField("Reason", "原因", Lines(1000)),
        LinkFields.Opportunity,
        LinkFields.By,
    ]);

    public override IReadOnlyList<FieldReference> References { get; } = [new(By, run => run.People, "Owner")];

    public override async Task CheckAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        await _stages.LoadAsync(run, cancellationToken);
        await LoadAsync(run, rows, cancellationToken);
        foreach (var row in rows.Where(row => row.IsFine))
        {
            Check(run, row);
        }

        foreach (var group in Fine(rows))
        {
            CheckEnd(run, group.Key, [.. group]);
        }
    }

    public override Task ApplyAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        foreach (var group in Fine(rows))
        {
            Apply(run, group.Key, [.. group]);
        }

        return Task.CompletedTask;
    }

    private async Task LoadAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        (_known, _entries) = ([], []);
        var numbers = rows.Select(row => row.Text("Opportunity")).OfType<string>().Distinct().ToList();
        var ids = rows.Select(row => row.Links?.OpportunityId).OfType<long>().Distinct().ToList();
        var source = (run.IsDry ? run.Db.Opportunities.AsNoTracking() : run.Db.Opportunities).Include(row => row.StageChanges);
        foreach (var found in await source.Where(row => ids.Contains(row.Id) || numbers.Contains(row.Number)).ToListAsync(cancellationToken))
        {
            _known[found.Id] = found;
        }

        var worked = run.Actor.IsSystem() ? null : (await run.Db.OpportunitiesWorkedBy(run.Actor).Where(row => _known.Keys.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken)).ToHashSet();
        var byNumber = _known.Values.ToDictionary(row => row.Number, StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.IsFine))
        {
            var (field, found) = row.Links?.OpportunityId is { } id ? (LinkFields.Opportunity.Name, _known.GetValueOrDefault(id)) : ("Opportunity", byNumber.GetValueOrDefault(row.Text("Opportunity") ?? ""));
            if (found is null || worked?.Contains(found.Id) == false)
            {
                // Of those outside the actor's reach a file learns no more than of those that never were.
                row.Refuse(field, field == "Opportunity" ? new Text("没有编号为“{0}”的商机，请先导入商机", row.CellOf(field)) : run.External.Unknown(row.CellOf(field), [ExternalSubject.Opportunity]));
            }
            else if (found.ArchivedAt is not null)
            {
                row.Refuse(field, "这个商机已归档，请先恢复");
            }
            else
            {
                row.Title = found.Number;
                var at = row.Value<DayAndTime>("At")!.Value;
                _entries[row] = (found, new StageEntry(_stages.CodeOf(row.Text("Stage")) ?? 0, run.Clock.UtcOf(at.Date, at.Time ?? TimeOnly.MinValue), run.People.IdOf(row.Text(By)), row.Text("Reason")));
            }
        }
    }

    private void Check(ImportRun run, ImportRow row)
    {
        var (opportunity, entry) = _entries[row];
        if (entry.Stage == 0)
        {
            row.Refuse("Stage", _stages.Refusal(row.Text("Stage")!), new MissingWord(row.Text("Stage")!, null));
        }
        else if (entry.At > run.Clock.UtcNow)
        {
            row.Refuse("At", "进入时间不能晚于现在");
        }
        else if (!_said.TryAdd((opportunity.Id, entry.At), (entry.Stage, row.Number)) && _said[(opportunity.Id, entry.At)] is var other && other.Stage != entry.Stage)
        {
            row.Refuse("At", new Text("与第 {0} 行是同一时刻，阶段却不同", other.Row));
        }
        else if (StageTrail.OnFile(opportunity, StartOf(run)).FirstOrDefault(known => known.At == entry.At && known.Stage != entry.Stage) is { } known)
        {
            row.Refuse("At", new Text("系统里这个商机在同一时刻进入了“{0}”", _stages.NameOf(known.Stage)));
        }
    }

    /// <summary>A history must end where the opportunity stands, as far as one of the two says that it is closed.</summary>
    private void CheckEnd(ImportRun run, Opportunity opportunity, List<ImportRow> rows)
    {
        while (rows.Count > 0 && StageTrail.Of(opportunity, [.. rows.Select(row => _entries[row].Entry)], StartOf(run)).Contradiction is { } last)
        {
            var row = rows.Find(row => _entries[row].Entry == last) ?? rows.MaxBy(row => _entries[row].Entry.At)!;
            row.Refuse("Stage", opportunity.ClosedOn is { } day
                ? new Text("商机 {0} 已于 {1} 关闭（{2}），历史不能止于“{3}”", opportunity.Number, day, _stages.NameOf(opportunity.Stage), _stages.NameOf(last.Stage))
                : new Text("商机 {0} 还没有关闭，历史不能止于“{1}”，请先导入商机", opportunity.Number, _stages.NameOf(last.Stage)));
            rows.Remove(row);
        }
    }

    private void Apply(ImportRun run, Opportunity opportunity, List<ImportRow> rows)
    {
        var before = opportunity.StageChanges.Select(change => (change.To, change.At)).ToHashSet();
        var trail = StageTrail.Of(opportunity, [.. rows.Select(row => _entries[row].Entry)], StartOf(run));
        opportunity.Retrace(trail, change => Remove(run, change), (stage, at) => _stages.DueFrom(stage, run.Clock.DateOf(at)));
        if (opportunity.IdentifiedOn is null)
        {
            opportunity.IdentifiedOn = run.Clock.DateOf(trail.Entries[0].At);
            run.Traded.Add(opportunity.CustomerId);
        }

        foreach (var row in rows)
        {
            var entry = _entries[row].Entry;
            var isNew = opportunity.StageChanges.Any(change => change.To == entry.Stage && change.At == entry.At) && before.Add((entry.Stage, entry.At));
            row.Outcome = isNew ? RowOutcome.Created : RowOutcome.Unchanged;
            if (!trail.Entries.Any(kept => kept.Stage == entry.Stage && kept.At == entry.At))
            {
                row.Note("前一阶段与它相同，不另记");
            }
        }

        if (trail.Entries[^1].Stage != opportunity.Stage)
        {
            rows[^1].Note(new Text("历史止于“{0}”，商机现在是“{1}”", _stages.NameOf(trail.Entries[^1].Stage), _stages.NameOf(opportunity.Stage)));
        }
    }

    private static void Remove(ImportRun run, StageChange change)
    {
        if (!run.IsDry)
        {
            run.Db.StageChanges.Remove(change);
        }
    }

    private IEnumerable<IGrouping<Opportunity, ImportRow>> Fine(IEnumerable<ImportRow> rows) => rows.Where(row => row.IsFine && _entries.ContainsKey(row)).GroupBy(row => _entries[row].Opportunity);

    private static Func<DateTime, DateTime> StartOf(ImportRun run) => at => run.Clock.StartOf(run.Clock.DateOf(at));
}
