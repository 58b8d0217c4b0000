using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Database;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Leads;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class EditModel(EditLead edit, LeadDetails details, LeadScoringForm scoring, LeadChoices choices, LastChange changes) : PageModel
{
    [BindProperty]
    public EditLead.Input Input { get; set; } = new();

    public LeadChoices Choices => choices;

    public LeadScoring Scoring { get; private set; } = LeadScoring.Default;

    public LeadDetails.Card Lead { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, [FromServices] CurrentActor actor, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, actor, cancellationToken))
        {
            return NotFound();
        }

        Input = Lead.ToInput();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, [FromServices] CurrentActor actor, CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await edit.ExecuteAsync(id, Input, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, "线索已保存");
            return this.GoTo($"/leads/{id}");
        }

        if (!await LoadAsync(id, actor, cancellationToken))
        {
            return NotFound();
        }

        Conflict = outcome?.Kind == OutcomeKind.Conflict ? Compare(await changes.FindAsync("Lead", id, cancellationToken)) : null;
        return outcome is null ? this.Invalid() : this.Refuse(outcome);
    }

    private Conflict Compare(LastChange.Change change) => new(change, Lead.Version.ToString(), new Versions<LeadInput>(Input, Lead.ToInput())
        .Words("Company", "公司", l => l.Company)
        .Words("Person", "联系人", l => l.Person)
        .Words("Title", "职位", l => l.Title)
        .Words("Phone", "电话", l => l.Phone)
        .Words("Email", "邮箱", l => l.Email)
        .Choice("SourceId", "来源", l => l.SourceId, id => choices.Sources.FirstOrDefault(word => word.Id == id)?.Name)
        .Words("Campaign", "活动", l => l.Campaign)
        .Words("Province", "省份", l => l.Province)
        .Words("City", "城市", l => l.City)
        .Words("NextFollowUpText", "下一步做什么", l => l.NextFollowUpText)
        .Day("NextFollowUpOn", "下次跟进", l => l.NextFollowUpOn)
        .Words("Need", "需求描述", l => l.Need)
        .Number("BudgetScore", "采购预算", l => l.BudgetScore)
        .Number("UrgencyScore", "需求紧急度", l => l.UrgencyScore)
        .Number("AuthorityScore", "决策权限", l => l.AuthorityScore)
        .Own(Lead.Fields.Select(fact => fact.Field), l => l.Fields)
        .Fields);

    private async Task<bool> LoadAsync(long id, CurrentActor actor, CancellationToken cancellationToken)
    {
        Lead = (await details.FindAsync(id, actor, cancellationToken))!;
        Scoring = await scoring.ReadAsync(cancellationToken);
        await choices.LoadAsync(Lead?.SourceId, actor, cancellationToken);
        return Lead is not null;
    }
}
