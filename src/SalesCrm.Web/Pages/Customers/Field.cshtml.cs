using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

/// <summary>One field of a customer's file, edited where it stands; what it held before comes back by the note's button.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class FieldModel(EditCustomer edit, CustomerForm form, CustomerChoices choices, CustomerDetails details, CustomFields fields, CurrentActor actor) : PageModel
{
    private static readonly string[] Names =
    [
        "ShortName", "Need", "Budget", "NeedQuantity", "Urgency", "ProductPreference", "DecisionProcess", "SourceId", "FirstContactOn", "Address", "Website", "Remark", "ReferredBy",
    ];

    public long Id { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    /// <summary>Takes back what the note of the last save tells of.</summary>
    [BindProperty]
    public bool Undo { get; set; }

    /// <summary>The field where it is one of the admin's own, which goes by its key.</summary>
    public FieldDefinition? Own { get; private set; }

    public EditCustomer.Input Input { get; private set; } = new();

    /// <summary>What stands there now, when somebody else was quicker.</summary>
    public string? Theirs { get; private set; }

    public CustomerChoices Choices => choices;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
        => await LoadAsync(id, cancellationToken) ? this.PageOrFragment("_FieldForm") : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!Request.HasFormContentType)
        {
            return BadRequest();
        }

        // What the form saw, not what is there now, decides whether somebody else was quicker.
        var before = ValueOf(Input);
        Input.Version = Guid.Empty;
        var posted = new FormValueProvider(BindingSource.Form, Request.Form, CultureInfo.CurrentCulture);
        await TryUpdateModelAsync(Input, Input.GetType(), "Input", posted, property => property.Name == Name || property.Name == nameof(Input.Version) || property.ContainerType is null);
        if (Own is { } own)
        {
            Input.Fields = new() { [own.Id] = Request.Form["Input." + own.Property] };
        }

        var outcome = ModelState.IsValid ? await edit.ExecuteAsync(id, Input, actor, cancellationToken, only: Property) : Outcome.Invalid([]);
        if (!outcome.IsDone)
        {
            if (outcome.Kind == OutcomeKind.Conflict && await form.FindAsync(id, actor, cancellationToken) is { } theirs)
            {
                ModelState.Remove("Input.Version");
                Input.Version = theirs.Version;
                Theirs = Own is { } known ? OwnForm.Words(known, ValueOf(theirs)) : ValueOf(theirs);
            }

            return this.Refuse(outcome, partial: "_FieldForm");
        }

        var saved = await form.FindAsync(id, actor, cancellationToken);
        if (Undo)
        {
            Toast.Show(this, "已撤销");
        }
        else if (!Toast.CanUndo(before))
        {
            Toast.Show(this, "已保存，原来的内容在变更记录里");
        }
        else
        {
            Toast.Show(this, "已保存", $"/customers/{id}/fields/{Name}", new Dictionary<string, string> { ["Input." + Property] = before, ["Input.Version"] = saved!.Version.ToString(), ["Undo"] = "true" });
        }

        if (!Request.IsFragment())
        {
            return this.GoTo($"/customers/{id}");
        }

        // What was refused is shown in the place of the form, what was saved in the whole file.
        Response.Headers["HX-Retarget"] = "#file";
        return Partial("_File", await details.FindAsync(id, actor, cancellationToken));
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        Id = id;
        var isKnown = Names.Contains(Name);
        Own = isKnown ? null : (await fields.OfAsync(FieldSubject.Customer, actor, cancellationToken)).FirstOrDefault(field => field.Key == Name);
        if ((Own is null && !isKnown) || await form.FindAsync(id, actor, cancellationToken) is not { } input)
        {
            return false;
        }

        Input = input;
        await choices.LoadAsync(Input, input.OwnerId, actor, cancellationToken);
        return true;
    }

    private string Property => Own?.Property ?? Name;

    private string ValueOf(EditCustomer.Input input) => Own is { } own ? input.Fields.GetValueOrDefault(own.Id) ?? "" : input.GetType().GetProperty(Name)!.GetValue(input) switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
