using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Deals;

/// <summary>Computes everything that is derived from deals a second time, slowly and plainly, and says where the kept figures differ.</summary>
public sealed class DealFigureCheck(CrmDbContext db) : IFigureCheck
{
    public string Name => "deals";

    public async Task<IReadOnlyList<string>> FindDifferencesAsync(CancellationToken cancellationToken)
    {
        var differences = new List<string>();
        var deals = await db.Deals.AsNoTracking().Include(deal => deal.Opportunity).Where(deal => deal.ArchivedAt == null).ToListAsync(cancellationToken);
        var byCustomer = deals.ToLookup(deal => deal.CustomerId);
        foreach (var deal in deals)
        {
            var earlier = byCustomer[deal.CustomerId].Count(other => other.On < deal.On || (other.On == deal.On && string.CompareOrdinal(other.Number, deal.Number) < 0));
            var standsBefore = byCustomer[deal.CustomerId].Where(other => string.CompareOrdinal(Key(other), Key(deal)) < 0).Select(other => (DateOnly?)other.On);
            var standsAfter = byCustomer[deal.CustomerId].Where(other => string.CompareOrdinal(Key(other), Key(deal)) > 0).Select(other => (DateOnly?)other.On);
            Compare($"Deal {deal.Id} Ordinal", deal.Ordinal, earlier + 1);
            Compare($"Deal {deal.Id} PreviousOn", deal.PreviousOn, standsBefore.Max());
            Compare($"Deal {deal.Id} NextOn", deal.NextOn, standsAfter.Min());
            DateOnly?[] starts = [deal.Opportunity?.IdentifiedOn, deal.Opportunity?.FirstContactOn];
            Compare($"Deal {deal.Id} SalesDays", deal.SalesDays, starts.Min() is { } start ? deal.On.DayNumber - start.DayNumber : null);
        }

        var open = await db.Opportunities.Where(row => row.Status == Opportunities.OpportunityStatus.Open && row.ArchivedAt == null)
            .GroupBy(row => row.CustomerId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        var rules = await Lifecycles.RulesAsync(db, cancellationToken);
        var referrals = (await db.Customers.AsNoTracking().Where(customer => customer.ReferredById != null).Select(customer => new { customer.Id, ReferredById = customer.ReferredById!.Value }).ToListAsync(cancellationToken))
            .Where(referred => byCustomer[referred.Id].Any()).ToLookup(referred => referred.ReferredById);
        await foreach (var customer in db.Customers.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var his = byCustomer[customer.Id].ToList();
            var asOf = customer.AsOf ?? DateOnly.MinValue.AddYears(1);
            var annual = his.Where(deal => deal.On > asOf.AddYears(-1) && deal.On <= asOf).ToList();
            var name = $"Customer {customer.Id}";
            Compare(name + " DealCount", customer.DealCount, his.Count);
            Compare(name + " DealTotal", customer.DealTotal, his.Sum(deal => deal.Amount));
            Compare(name + " FirstDealOn", customer.FirstDealOn, his.Count == 0 ? null : his.Min(deal => deal.On));
            Compare(name + " LastDealOn", customer.LastDealOn, his.Count == 0 ? null : his.Max(deal => deal.On));
            Compare(name + " AnnualAmount", customer.AnnualAmount, annual.Sum(deal => deal.Amount));
            Compare(name + " AnnualDealCount", customer.AnnualDealCount, annual.Count);
            Compare(name + " BuyingReferrals", customer.BuyingReferrals, referrals[customer.Id].Count());
            var signs = new LifecycleSigns(his.Count, his.Min(deal => (DateOnly?)deal.On), his.Max(deal => (DateOnly?)deal.On), customer.SurveyScore, customer.SurveyOn, referrals[customer.Id].Count());
            Compare(name + " Lifecycle", new LifecycleState(customer.Lifecycle, customer.LifecycleSince), rules.StateOf(signs, new(customer.Lifecycle, customer.LifecycleSince), asOf));
            Compare(name + " OpenOpportunityCount", customer.OpenOpportunityCount, open.GetValueOrDefault(customer.Id));
        }

        return differences;

        static string Key(Deal deal) => deal.On.ToString("yyyy-MM-dd ", CultureInfo.InvariantCulture) + deal.Number;

        void Compare<T>(string what, T kept, T computed)
        {
            if (!EqualityComparer<T>.Default.Equals(kept, computed))
            {
                differences.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: kept {kept}, computed {computed}"));
            }
        }
    }
}
