using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SalesCrm.Benchmarks.Bare;

public sealed class IndexModel(BareRows rows) : PageModel
{
    public IReadOnlyList<BareRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(string? key, long? id, CancellationToken cancellationToken)
        => Rows = await rows.ReadAsync(key ?? "", id ?? 0, cancellationToken);
}
