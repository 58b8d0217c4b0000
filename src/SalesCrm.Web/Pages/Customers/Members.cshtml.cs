using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Members;
using SalesCrm.Application.Shared.Localization;
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
        // Taking a share back posts the person alone; whoever adds one chooses both.
        if (UserId is null)
        {
            ModelState.TryAddModelError(nameof(UserId), Translations.Current.Say("请选择在职的同事"));
        }

        if (Access is null && Request.Form.ContainsKey(nameof(Access)))
        {
            ModelState.TryAddModelError(nameof(Access), Translations.Current.Say("请选择权限"));
        }

        if (!ModelState.IsValid)
        {
            return await LoadAsync(id, cancellationToken) ? this.Invalid() : NotFound();
        }

        var outcome = await share.ExecuteAsync(id, UserId!.Value, Access, actor, cancellationToken);
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
