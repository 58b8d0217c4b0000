using SalesCrm.Application.Deals;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Opportunities;

/// <summary>What the closing form offers, and for whom.</summary>
public sealed class ClosingChoices(Words words, SalesChoices sales, CompanyClock clock, CurrentActor actor)
{
    public IReadOnlyList<Words.Word> Reasons { get; private set; } = [];
    public IReadOnlyList<SalesChoices.Choice> Competitors { get; private set; } = [];

    public Actor Actor => actor.Value;

    public DateOnly Today => clock.Today;

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Reasons = await words.OfAsync(DictionaryKind.LossReason, null, cancellationToken);
        Competitors = await sales.CompetitorsAsync(cancellationToken);
    }
}
