using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.LeadForms;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin.LeadForms;

[OnlyFor(Role.Admin)]
public sealed class IndexModel(LeadFormList forms) : PageModel
{
    public IReadOnlyList<LeadFormList.FormRow> Rows { get; private set; } = [];

    public string AddressOf(string token) => $"{Request.Scheme}://{Request.Host}{Request.PathBase}/f/{token}";

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await forms.ReadAsync(cancellationToken);
}
