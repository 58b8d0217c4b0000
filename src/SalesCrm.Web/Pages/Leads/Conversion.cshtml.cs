using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers.Duplicates;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Leads;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class ConversionModel(ConvertLead convert, LeadDetails details, CustomerDuplicates duplicates, CurrentActor actor) : PageModel
{
    [BindProperty]
    public LeadConversionInput Input { get; set; } = new();

    public LeadDetails.Card Lead { get; private set; } = null!;

    public IReadOnlyList<CustomerDuplicates.DuplicateRow> Duplicates { get; private set; } = [];

    public IReadOnlyList<Words.Word> Industries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, [FromServices] Words words, CancellationToken cancellationToken)
    {
        if (await details.FindAsync(id, actor, cancellationToken) is not { } lead)
        {
            return NotFound();
        }

        if (!lead.MayConvert)
        {
            return this.GoTo($"/leads/{id}");
        }

        Input = lead.ToConversion(Translations.Current.Say(new Text("{0}采购", lead.Company)));
        await LoadAsync(lead, words, cancellationToken);
        Input.CustomerId = Duplicates.FirstOrDefault(row => row.Id is not null && row.Reasons.AreSure())?.Id;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, [FromServices] Words words, CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await convert.ExecuteAsync(id, Input, actor, cancellationToken) : null;
        if (outcome is { Value: { } made, IsDone: true })
        {
            Toast.Show(this, "线索已转化，客户和商机已建立");
            return this.GoTo($"/opportunities/{made.OpportunityId}");
        }

        if (await details.FindAsync(id, actor, cancellationToken) is not { } lead)
        {
            return NotFound();
        }

        await LoadAsync(lead, words, cancellationToken);
        return outcome is null ? this.Invalid() : this.Refuse(outcome);
    }

    private async Task LoadAsync(LeadDetails.Card lead, Words words, CancellationToken cancellationToken)
    {
        Lead = lead;
        Industries = await words.OfAsync(DictionaryKind.Industry, null, cancellationToken);
        Duplicates = await duplicates.FindAsync(Input.Company, [Input.Phone], [Input.Email], null, actor, cancellationToken);
    }
}
