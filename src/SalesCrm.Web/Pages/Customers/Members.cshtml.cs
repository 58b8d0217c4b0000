using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Members;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class MembersModel(ShareCustomer share, CustomerDetails details, People people, CurrentActor actor) : PageModel
{
    [BindProperty]
    public long? UserId { get; set; }

    /// <summary>Empty takes the share back.</summary>
    [BindProperty]
    public MemberAccess? Access { get; set; }

    public CustomerDetails.CustomerCard Customer { get; private set; } = null!;

    public IReadOnlyList<People.Person> Colleagues { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
        => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = await share.ExecuteAsync(id, UserId ?? 0, Access, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "协作成员已更新");
            return this.GoTo($"/customers/{id}/members");
        }

        return await LoadAsync(id, cancellationToken) ? this.Refuse(outcome, "") : NotFound();
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.FindAsync(id, actor, cancellationToken) is not { MayEdit: true } customer)
        {
            return false;
        }

        Customer = customer;
        Colleagues = await people.ColleaguesAsync(cancellationToken);
        return true;
    }
}
