using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers.Events;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

/// <summary>A customer's dated events; a post with an id takes that one away, any other adds one.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class EventsModel(CustomerEventList list, AddCustomerEvent add, RemoveCustomerEvent remove, CurrentActor actor) : PageModel
{
    [BindProperty]
    public AddCustomerEvent.Input Input { get; set; } = new();

    [BindProperty]
    public long? EventId { get; set; }

    public long CustomerId { get; private set; }

    public CustomerEventList.Events Events { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        Input.OperationId = Guid.NewGuid();
        return await LoadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        Outcome? outcome = EventId is { } happening ? await remove.ExecuteAsync(id, happening, actor, cancellationToken)
            : ModelState.IsValid ? await add.ExecuteAsync(id, Input, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, EventId is null ? "特殊事件已添加" : "特殊事件已移除");
            return this.GoTo($"/customers/{id}/events");
        }

        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return outcome is null ? this.Invalid() : this.Refuse(outcome);
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await list.ReadAsync(id, actor, cancellationToken) is not { } events)
        {
            return false;
        }

        (CustomerId, Events) = (id, events);
        return true;
    }
}
