using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Values;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>
/// Calls, meetings and tasks that have not taken place: no follow-ups, but dated entries in the customer's file, of which the nearest becomes
/// his next step where he has none. A lead that is no customer yet gets its next follow-up day.
/// </summary>
internal sealed class PlannedActs
{
    private readonly EventBook _events = new();
    private Dictionary<long, Lead> _leads = [];

    /// <summary>Takes out the rows that plan something for a lead; the others are about customers.</summary>
    public async Task<IReadOnlyList<ImportRow>> CheckLeadsAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var planned = rows.Where(row => row.Value<ActState>("State") == ActState.Planned && row.Links is { CustomerId: null, LeadId: not null } && !row.Has("Customer")).ToList();
        _leads = [];
        foreach (var ids in planned.Select(row => row.Links!.LeadId!.Value).Distinct().Chunk(500))
        {
            var leads = run.Actor.SeesEverything ? run.Db.Leads : run.Db.LeadsOf(run.Actor);
            foreach (var lead in await (run.IsDry ? leads.AsNoTracking() : leads).Where(lead => ids.Contains(lead.Id)).ToListAsync(cancellationToken))
            {
                _leads[lead.Id] = lead;
            }
        }

        planned.ForEach(row => row.Lead = _leads.GetValueOrDefault(row.Links!.LeadId!.Value));
        return rows.Where(row => row.Lead is null).ToList();
    }

    public async Task ApplyAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        await _events.LoadAsync(run, rows.Where(row => row.Lead is null).ToList(), row => row.Value<DayAndTime>("At")!.Value.Date, cancellationToken);
        foreach (var row in rows)
        {
            var on = row.Value<DayAndTime>("At")!.Value.Date;
            if (row.Lead is { } lead)
            {
                ForLead(run, row, lead, on);
                continue;
            }

            var edit = _events.Apply(run, row, on, TextOf(row));
            if (edit.IsNew)
            {
                PlanNext(run, row, row.Customer!, on);
            }
        }
    }

    private static string TextOf(ImportRow row)
    {
        var method = FieldWords.Of(FieldWords.VisitMethods, row.Value<VisitMethod>("Method"));
        return string.Join("：", new[] { "计划" + method, row.Text("Topic"), row.Text("Feedback") }.Where(text => !string.IsNullOrEmpty(text)));
    }

    private static void PlanNext(ImportRun run, ImportRow row, Customer customer, DateOnly on)
    {
        var isNearer = customer.NextFollowUpOn is not { } next || (on >= run.Clock.Today ? on < next || next < run.Clock.Today : next < run.Clock.Today && on > next);
        if (isNearer && !(customer.NextFollowUpOn is null && customer.NextFollowUpText is not null))
        {
            customer.PlanNext(on, row.Text("Topic") is { } topic ? CleanText.Shortened(topic, 100) : null);
        }
    }

    private static void ForLead(ImportRun run, ImportRow row, Lead lead, DateOnly on)
    {
        var isKnown = run.External.Find(ExternalSubject.LeadPlan, row.Text(ExternalBook.Own)) is not null;
        var edit = new RowEdit(row, isNew: false);
        if (!isKnown && (lead.NextFollowUpOn is not { } next || next < run.Clock.Today || (on >= run.Clock.Today && on < next)))
        {
            edit.Set("下次跟进日期", lead.NextFollowUpOn, on, day => lead.NextFollowUpOn = day);
        }

        run.External.Bind(row, edit, ExternalSubject.LeadPlan, row, () => lead.Id);
        edit.Close();
    }
}
