using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers.Pool;

/// <summary>Who falls into the pool within a week, and by which rule.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class PreviewModel(FallingCustomers falling, PoolRulesForm rules, CurrentActor actor) : PageModel
{
    public FallingCustomers.Sheet Sheet { get; private set; } = null!;

    public IReadOnlyList<string> Words { get; private set; } = [];

    public async Task OnGetAsync(long? ownerId, CancellationToken cancellationToken)
    {
        Sheet = await falling.ReadAsync(FallingCustomers.Ahead, ownerId, FallingCustomers.Listed, actor, cancellationToken);
        var now = await rules.ReadAsync(cancellationToken);
        Words = [.. Enum.GetValues<Grade>().Where(grade => now.DaysOf(grade) is not null).Select(grade => Translations.Current.Say(now.Words(grade)))];
    }
}
