using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.References;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Values;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Visits;
using static SalesCrm.Application.Imports.Mapping.FieldReaders;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>Follow-ups; found again by day, customer, method, visitor and topic. The template 客户回访记录表 is of this kind.</summary>
internal sealed class VisitKind : ImportKind
{
    public const string Method = "Method";

    private readonly Dictionary<VisitKey, Visit> _pretended = [];
    private readonly PlannedActs _plans = new();
    private Dictionary<VisitKey, Visit> _known = [];
    private Dictionary<long, Visit> _byId = [];
    private Dictionary<string, (long Id, long CustomerId)> _opportunities = [];

    public override string Name => "visits";

    public override Text Title => "跟进";

    public override string TitleField => "Customer";

    public override IReadOnlyList<ImportField> Fields { get; } = HeaderWords.AddedTo("visits",
    [
        new ImportField("At", "回访日期", FieldReaders.DateTime).Required(),
        new ImportField("Customer", "客户名称", Line(200)).RequiredUnless(LinkFields.NamesOfAll),
        new ImportField(Method, "回访方式", OneOf(FieldWords.VisitMethods, word => new("没有回访方式“{0}”，请写拜访、电话、邮件、企业微信、线上会议、短信、社交媒体或其他", word))).Required().OfWords(FieldWords.VisitMethods),
        new ImportField("Visitor", "回访人", Line(50)),
        new ImportField("Opportunity", "机会编号", Line(40)),
        new ImportField("IsInbound", "客户主动", Direction).OfWords(FieldWords.YesNo),
        new ImportField("Topic", "沟通主题", Line(200)),
        new ImportField("Feedback", "客户反馈", Lines(20_000)),
        new ImportField("Handling", "处理措施", Lines(2000)),
        new ImportField("Due", "完成时限", Plan),
        new ImportField("Result", "结果确认", Lines(1000)),
        new ImportField("Next", "下次跟进计划", Plan),
        new ImportField("State", "完成状态", OneOf(FieldWords.ActStates, word => new("没有完成状态“{0}”，请写已完成、计划中或已取消", word))).OfWords(FieldWords.ActStates),
        LinkFields.Own,
        LinkFields.Visitor,
        .. LinkFields.ToAnything,
    ]);

    public override IReadOnlyList<FieldReference> References { get; } = [new("Visitor", run => run.People, "Owner")];

    public override IReadOnlyList<string[]> Keys { get; } = [["At", "Customer", "Method", "Visitor", "Topic"]];

    public override IReadOnlyList<string> Identity { get; } = ["At", Method, "Topic"];

    public override int IdentityOf(ImportRow row) => HashCode.Combine(row.Value<DayAndTime>("At")?.Date, row.Value<VisitMethod>(Method), NameKey.Of(row.Text("Topic")));

    public override string Named => nameof(Visit);

    public override string CustomerField => "Customer";

    public override IQueryable<RecordVersion> VersionsOf(CrmDbContext db, Actor actor, long[] ids) => db.VisitsOf(actor.ForOne).Where(row => ids.Contains(row.Id)).Select(row => new RecordVersion(row.Id, row.Version, row.Customer!.Name) { Customer = new NamedCustomer(row.CustomerId, row.Customer!.Name) });

    public override async Task CheckAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var open = await _plans.CheckLeadsAsync(run, rows, cancellationToken);
        await CustomerReference.CheckAsync(run, open, "Customer", toEdit: false, cancellationToken);
        await LoadOpportunitiesAsync(run, rows, cancellationToken);
        foreach (var row in open.Where(row => row.Has("At")))
        {
            Check(run, row);
        }

        await CheckDownloadedAsync(run, open, cancellationToken);
    }

    public override async Task ApplyAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var left = rows.Where(row => row.Value<ActState>("State") == ActState.Cancelled).ToList();
        left.ForEach(row => row.Note("已取消的活动不导入"));
        var plans = rows.Where(row => row.Value<ActState>("State") == ActState.Planned).ToList();
        await CustomerReference.CreateAsync(run, rows.Where(row => row.Lead is null).ToList(), "Customer", cancellationToken);
        await _plans.ApplyAsync(run, plans, cancellationToken);
        await ApplyDoneAsync(run, rows.Except(left).Except(plans).ToList(), cancellationToken);
    }

    private async Task ApplyDoneAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        await LoadAsync(run, rows, cancellationToken);
        foreach (var row in rows)
        {
            if (run.External.Find(ExternalSubject.Visit, row.Text(ExternalBook.Own)) is { } known && !_byId.ContainsKey(known))
            {
                row.Note("这条记录已归档或在别的客户名下，未改动");
                continue;
            }

            var key = KeyOf(run, row);
            var found = row.RecordId is { } downloaded ? _byId[downloaded]
                : run.External.Find(ExternalSubject.Visit, row.Text(ExternalBook.Own)) is { } id ? _byId.GetValueOrDefault(id)
                : _known.GetValueOrDefault(key) is { } same && !run.External.IsTaken(ExternalSubject.Visit, row, same, same.Id) ? same : null;
            var visit = found ?? Open(run, row, key);
            var edit = new RowEdit(row, found is null);
            Move(run, row, edit, visit, key);
            Fill(row, edit, visit);
            run.External.Bind(row, edit, ExternalSubject.Visit, visit, () => visit.Id);
            edit.Close();
            if (row.Outcome is RowOutcome.Created or RowOutcome.Updated)
            {
                visit.DeriveKeys();
                run.Contacted.Add(visit.CustomerId);
            }
        }
    }

    private void Check(ImportRun run, ImportRow row)
    {
        if (!row.Has("Visitor") && run.Actor.UserId == 0)
        {
            row.Refuse("Visitor", "回访人必须填写");
        }

        if (row.Value<DayAndTime>("At")!.Value.Date > run.Clock.Today && row.Has(ExternalBook.Own) && !row.Has("State"))
        {
            // Other systems need no state to say that tomorrow's meeting has not been held.
            row.Put("State", ActState.Planned);
        }

        if (row.Value<DayAndTime>("At")!.Value.Date > run.Clock.Today && (row.Value<ActState>("State") ?? ActState.Done) == ActState.Done)
        {
            row.Refuse("At", "回访日期不能晚于今天");
        }

        foreach (var field in (string[])["Due", "Next"])
        {
            if (row.Text(field) is { } text && PlanText.Read(text, row.Value<DayAndTime>("At")!.Value.Date) is { IsRefused: true, Problem: { } problem })
            {
                row.Refuse(field, problem);
            }
        }

        if (row.Text("Opportunity") is { } number
            && (!_opportunities.TryGetValue(number, out var opportunity) || row.Customer?.Id != opportunity.CustomerId))
        {
            row.Refuse("Opportunity", new Text("这家客户没有编号为 {0} 的商机", number));
        }
    }

    /// <summary>A row means the follow-up that it was downloaded from; where that may not be changed any more, it makes no second one.</summary>
    private static async Task CheckDownloadedAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var edited = new Dictionary<long, (bool IsArchived, long CustomerId)>();
        foreach (var ids in rows.Select(row => row.RecordId).OfType<long>().Distinct().Chunk(500))
        {
            await run.Db.VisitsEditedBy(run.Actor.ForOne).Where(visit => ids.Contains(visit.Id)).Select(visit => new { visit.Id, IsArchived = visit.ArchivedAt != null, visit.CustomerId })
                .ForEachAsync(visit => edited[visit.Id] = (visit.IsArchived, visit.CustomerId), cancellationToken);
        }

        foreach (var row in rows.Where(row => row is { IsFine: true, RecordId: not null }))
        {
            if (!edited.TryGetValue(row.RecordId!.Value, out var visit))
            {
                row.RefuseAsGone("At");
            }
            else if (visit.IsArchived)
            {
                row.Refuse("At", "这条跟进已归档，请先恢复");
            }
            else if (row.Customer?.Id != visit.CustomerId)
            {
                row.Refuse("Customer", "跟进不能改到另一家客户名下");
            }
        }
    }

    private async Task LoadOpportunitiesAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        _opportunities = new(StringComparer.Ordinal);
        foreach (var numbers in rows.Select(row => row.Text("Opportunity")).OfType<string>().Distinct().Chunk(500))
        {
            foreach (var found in await run.Db.OpportunitiesOf(run.Actor).Where(row => numbers.Contains(row.Number)).Select(row => new { row.Number, row.Id, row.CustomerId }).ToListAsync(cancellationToken))
            {
                _opportunities[found.Number] = (found.Id, found.CustomerId);
            }
        }
    }

    private async Task LoadAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        _known = new(_pretended);
        _byId = [];
        var days = rows.Select(row => row.Value<DayAndTime>("At")!.Value.Date).Distinct().ToList();
        var (first, last) = rows.Count == 0 ? default : (days.Min(), days.Max());
        // What he may not change is not his to find by a guess.
        var edited = run.Db.VisitsEditedBy(run.Actor.ForOne);
        var source = run.IsDry ? edited.AsNoTracking() : edited;
        foreach (var ids in rows.Select(row => row.Customer!.Id).Where(id => id != 0).Distinct().Chunk(500))
        {
            foreach (var visit in await source.Where(visit => ids.Contains(visit.CustomerId) && visit.On >= first && visit.On <= last && visit.ArchivedAt == null).OrderBy(visit => visit.Id).ToListAsync(cancellationToken))
            {
                _known.TryAdd(new(visit.On, visit.CustomerId, "", visit.Method, visit.VisitorId, NameKey.Of(visit.Topic)), visit);
                _byId.TryAdd(visit.Id, visit);
            }
        }

        if (rows.Any(row => row.Has(ExternalBook.Own) || row.RecordId is not null))
        {
            var places = rows.Select(row => (row.Customer!.Id, Visit: row.RecordId ?? run.External.Find(ExternalSubject.Visit, row.Text(ExternalBook.Own)))).ToLookup(pair => pair.Visit ?? 0, pair => pair.Id);
            var downloaded = rows.Select(row => row.RecordId).OfType<long>().ToHashSet();
            foreach (var ids in places.Select(group => group.Key).Where(id => id != 0 && !_byId.ContainsKey(id)).Chunk(500))
            {
                await source.Where(visit => ids.Contains(visit.Id) && visit.ArchivedAt == null).ForEachAsync(visit => _ = (downloaded.Contains(visit.Id) || places[visit.Id].Contains(visit.CustomerId)) && _byId.TryAdd(visit.Id, visit), cancellationToken);
            }

            await run.External.LoadTakenAsync(ExternalSubject.Visit, _byId.Keys, cancellationToken);
        }
    }

    private static VisitKey KeyOf(ImportRun run, ImportRow row)
    {
        var customer = row.Customer!;
        return new(
            row.Value<DayAndTime>("At")!.Value.Date, customer.Id, customer.Id == 0 ? customer.NameKey : "", row.Value<VisitMethod>(Method)!.Value,
            run.People.IdOf(row.Text("Visitor")) ?? run.Actor.UserId, NameKey.Of(row.Text("Topic")));
    }

    /// <summary>Known by its id in the other system, an act may have moved to another day or way.</summary>
    private static void Move(ImportRun run, ImportRow row, RowEdit edit, Visit visit, VisitKey key)
    {
        if (row.RecordId is not null)
        {
            Correct(run, row, edit, visit);
            return;
        }

        if (visit.On != key.On)
        {
            var at = row.Value<DayAndTime>("At")!.Value;
            edit.Set("回访日期", visit.On, (DateOnly?)key.On, on => (visit.On, visit.At) = (on, run.Clock.UtcOf(on, at.Time ?? TimeOnly.MinValue)));
        }

        edit.Set("回访方式", visit.Method, (VisitMethod?)key.Method, method => visit.Method = method, method => FieldWords.Of(FieldWords.VisitMethods, (VisitMethod?)method));
    }

    /// <summary>What tells follow-ups apart can be corrected in the file that one was downloaded in.</summary>
    private static void Correct(ImportRun run, ImportRow row, RowEdit edit, Visit visit)
    {
        if (row.NewValue<DayAndTime>("At") is { } at && !at.Equals(row.Was("At")))
        {
            var before = run.Clock.LocalOf(visit.At);
            var time = at.Time ?? (at.Date == visit.On ? TimeOnly.FromDateTime(before) : TimeOnly.MinValue);
            edit.Set("回访日期", visit.On, (DateOnly?)at.Date, on => visit.On = on);
            edit.Set("时间", TimeOnly.FromDateTime(before), (TimeOnly?)time, _ => { }, one => one.ToString("HH:mm", CultureInfo.InvariantCulture));
            visit.At = run.Clock.UtcOf(at.Date, time);
        }

        edit.Set("回访方式", visit.Method, row.NewValue<VisitMethod>(Method), method => visit.Method = method, method => FieldWords.Of(FieldWords.VisitMethods, (VisitMethod?)method));
        edit.Set("回访人", visit.VisitorId, run.People.IdOf(row.NewText("Visitor")), id => visit.VisitorId = id, id => run.People.NameOf(id) ?? row.Text("Visitor")!);
    }

    private Visit Open(ImportRun run, ImportRow row, VisitKey key)
    {
        var at = row.Value<DayAndTime>("At")!.Value;
        var visit = new Visit
        {
            CustomerId = key.CustomerId,
            On = at.Date,
            At = run.Clock.UtcOf(at.Date, at.Time ?? TimeOnly.MinValue),
            Method = key.Method,
            VisitorId = key.VisitorId,
            CreatedAt = run.Clock.UtcNow,
        };
        _known[key] = visit;
        if (run.IsDry && row.ComesAgain)
        {
            _pretended[key] = visit;
        }

        if (!run.IsDry)
        {
            run.Db.Visits.Add(visit);
        }

        return visit;
    }

    private void Fill(ImportRow row, RowEdit edit, Visit visit)
    {
        edit.Set("沟通主题", visit.Topic, row.NewText("Topic"), value => visit.Topic = value);
        edit.Set("客户反馈", visit.Feedback, row.Text("Feedback"), value => visit.Feedback = value);
        edit.Set("处理措施", visit.Handling, row.Text("Handling"), value => visit.Handling = value);
        edit.Set("结果确认", visit.Result, row.Text("Result"), value => visit.Result = value);
        edit.Set("客户主动", visit.IsInbound, row.Value<bool>("IsInbound"), value => visit.IsInbound = value, value => YesNoText.Name(value).Format);
        edit.Set("机会编号", visit.OpportunityId, row.Text("Opportunity") is { } number ? _opportunities[number].Id : row.Links?.OpportunityId, id => visit.OpportunityId = id, id => row.Text("Opportunity") ?? row.Text(LinkFields.Opportunity.Name) ?? row.Text(RowLinks.Parent) ?? id.ToString(CultureInfo.InvariantCulture));
        edit.Set("联系人", visit.ContactId, row.Links?.ContactId, id => visit.ContactId = id);
        TakePlan(row, edit, "Due", "完成时限", visit.On, (visit.DueOn, visit.DueText), (on, text) => (visit.DueOn, visit.DueText) = (on, text));
        TakePlan(row, edit, "Next", "下次跟进计划", visit.On, (visit.NextOn, visit.NextText), (on, text) => (visit.NextOn, visit.NextText) = (on, text));
    }

    /// <summary>A whole date is a date; anything else keeps its words.</summary>
    private static void TakePlan(ImportRow row, RowEdit edit, string field, Text label, DateOnly reference, (DateOnly? On, string? Text) before, Action<DateOnly?, string?> set)
    {
        var (on, text) = row.Value<DateOnly>(field) is { } day ? (day, (string?)null)
            : row.Text(field) is not { } cell ? (null, null)
            : DateText.Read(cell) is { IsRefused: false, Value: { } whole } ? (whole, null)
            : (PlanText.Read(cell, reference).Value?.Date, cell);
        if ((on is null && text is null) || PlanCell.Of(on, text) == PlanCell.Of(before.On, before.Text))
        {
            return;
        }

        edit.Changed(label, PlanCell.Of(before.On, before.Text), PlanCell.Of(on, text));
        set(on, text);
    }

    private readonly record struct VisitKey(DateOnly On, long CustomerId, string NewCustomer, VisitMethod Method, long VisitorId, string Topic);
}
