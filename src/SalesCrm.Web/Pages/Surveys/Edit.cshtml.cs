using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Surveys;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Surveys;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class EditModel(EditSurvey edit, SurveyForm form, LastChange changes, CurrentActor actor) : PageModel
{
    [BindProperty]
    public EditSurvey.Input Input { get; set; } = new();

    public long Id { get; private set; }

    /// <summary>The answer as it is stored.</summary>
    public SurveyForm.Filled Stored { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = Stored.Input;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await edit.ExecuteAsync(id, Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            Conflict = outcome.Kind == OutcomeKind.Conflict ? Compare(await changes.FindAsync("SurveyAnswer", id, cancellationToken)) : null;
            return this.Refuse(outcome);
        }

        Toast.Show(this, "已保存");
        return this.GoTo($"/customers/{Stored.Subject.CustomerId}");
    }

    private Conflict Compare(LastChange.Change change) => new(change, Stored.Input.Version.ToString(), new Versions<SurveyInput>(Input, Stored.Input)
        .Day("AnsweredOn", "调查日期", s => s.AnsweredOn)
        .Words("Round", "轮次", s => s.Round)
        .Choice("ContactId", "联系人", s => s.ContactId, id => Stored.Subject.Contacts.FirstOrDefault(contact => contact.Id == id)?.Name)
        .Words("ServiceScore", "服务质量", s => s.ServiceScore?.ToString(CultureInfo.InvariantCulture))
        .Words("ProductScore", "产品体验", s => s.ProductScore?.ToString(CultureInfo.InvariantCulture))
        .Words("CooperationScore", "合作意愿", s => s.CooperationScore?.ToString(CultureInfo.InvariantCulture))
        .Words("Remark", "备注", s => s.Remark)
        .Fields);

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        (Id, Stored) = (id, (await form.FindAsync(id, actor, cancellationToken))!);
        return Stored is not null;
    }
}
