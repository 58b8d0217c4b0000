using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Opportunities.Rivals;

/// <summary>What the opportunity's page tells of its rivals beside the facts: what the text says and nobody has confirmed, and which price is beyond the reader's authority.</summary>
public sealed class RivalAdvice(RivalProposals proposals, PriceMatch prices)
{
    public sealed record Advice(IReadOnlyList<RivalProposals.Proposal> Proposals, IReadOnlyList<PriceMatch.Warning> Warnings)
    {
        public static Advice None { get; } = new([], []);
    }

    public async Task<Advice> ReadAsync(OpportunityView view, Actor actor, CancellationToken cancellationToken)
        => new(await proposals.ReadAsync(view.Facts.Competition, view.Rivals, cancellationToken), await prices.WarningsAsync(view, actor, cancellationToken));
}
