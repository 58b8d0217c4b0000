using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Web.Pages.Opportunities;

/// <summary>The filter of list and board as their addresses say it.</summary>
public sealed record FilterQuery
{
    public string? Q { get; set; }
    public StageCode? Stage { get; set; }
    public OpportunityStatus? Status { get; set; }
    public long? OwnerId { get; set; }
    public long? SourceId { get; set; }
    public long? CustomerId { get; set; }
    public RiskLevel? Risk { get; set; }
    public bool Overdue { get; set; }
    public bool Passed { get; set; }

    /// <summary>A month of the expected close, 2026-12, or <see cref="None"/> for those without one.</summary>
    public string? Expected { get; set; }

    /// <summary>What else is asked of the opportunity, as <see cref="ConditionSet"/> reads it.</summary>
    public string[]? C { get; set => field = value is { Length: > 0 } ? value : null; }

    public const string None = "none";

    /// <summary>The period that <see cref="Expected"/> names.</summary>
    public Period? ExpectedIn => Period.TryParse(Expected, out var period) ? period : null;

    public bool IsEmpty => this == new FilterQuery();

    /// <summary>The query string as it stood in the address that it was read from.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The filter of the board from which a card was moved; what cannot be read narrows nothing.</summary>
    public static FilterQuery Of(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return new();
        }

        var query = QueryHelpers.ParseQuery(uri.Query);
        string? At(string name) => query.TryGetValue(name, out var values) ? values.LastOrDefault() : null;
        return new()
        {
            Q = At("q"),
            OwnerId = long.TryParse(At("ownerId"), CultureInfo.InvariantCulture, out var owner) ? owner : null,
            SourceId = long.TryParse(At("sourceId"), CultureInfo.InvariantCulture, out var source) ? source : null,
            CustomerId = long.TryParse(At("customerId"), CultureInfo.InvariantCulture, out var customer) ? customer : null,
            Risk = Enum.TryParse<RiskLevel>(At("risk"), out var risk) ? risk : null,
            Overdue = At("overdue") == "true",
            Passed = At("passed") == "true",
            Expected = At("expected"),
            C = query.TryGetValue(ConditionSet.Parameter, out var conditions) ? conditions.OfType<string>().ToArray() : null,
            Text = uri.Query,
        };
    }

    public OpportunityFilter ToFilter() => new()
    {
        Text = Q,
        Stage = Stage,
        Status = Status,
        OwnerId = OwnerId,
        SourceId = SourceId,
        CustomerId = CustomerId,
        Risk = Risk,
        Overdue = Overdue,
        ClosePassed = Passed,
        Expected = ExpectedIn,
        Undated = Expected == None,
        Conditions = ConditionSet.Of(C),
    };
}
