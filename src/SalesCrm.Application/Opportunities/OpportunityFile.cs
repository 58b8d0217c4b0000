using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Values;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Opportunities;

/// <summary>What creating, editing and importing opportunities share. The methods that take several records cost a few commands for all together.</summary>
internal static class OpportunityFile
{
    /// <summary>The next number <c>XS</c> + date, a sequence from the second of the day on; inside the write transaction.</summary>
    internal static Task<string> NextNumberAsync(CrmDbContext db, DateOnly day, CancellationToken cancellationToken)
        => DayNumbers.NextAsync(db, "XS", day, number => db.Opportunities.AnyAsync(opportunity => opportunity.Number == number, cancellationToken), cancellationToken);

    /// <summary>Puts a validated input into the file.</summary>
    internal static void Fill(Opportunity opportunity, OpportunityInput input)
    {
        opportunity.Name = CleanText.Line(input.Name)!;
        (opportunity.SourceId, opportunity.ProductId) = (input.SourceId, input.ProductId);
        opportunity.Amount = MoneyText.Read(input.Amount).Value;
        opportunity.ExpectedCloseOn = input.ExpectedCloseOn;
        opportunity.Need = CleanText.Lines(input.Need);
        (opportunity.BudgetScore, opportunity.UrgencyScore, opportunity.AuthorityScore) = (input.BudgetScore, input.UrgencyScore, input.AuthorityScore);
        opportunity.PaymentTerms = CleanText.Line(input.PaymentTerms);
        opportunity.DeliveryOn = input.DeliveryOn;
        opportunity.Summary = CleanText.Lines(input.Summary);
        opportunity.Competition = CleanText.Lines(input.Competition);
        opportunity.Risk = input.Risk;
        opportunity.RiskNote = CleanText.Line(input.RiskNote);
        opportunity.RiskMitigation = CleanText.Lines(input.RiskMitigation);
    }

    /// <summary>Choices that are not, or no longer, there.</summary>
    internal static async Task<IReadOnlyList<Problem>> ProblemsAsync(CrmDbContext db, OpportunityInput input, Opportunity? before, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        if (input.SourceId is { } source && source != before?.SourceId
            && !await db.Dictionary.AnyAsync(word => word.Id == source && word.Kind == DictionaryKind.Source && !word.IsArchived, cancellationToken))
        {
            problems.Add(new(nameof(input.SourceId), "这个选项已不可用，请重新选择"));
        }

        if (input.ProductId is { } product && product != before?.ProductId && !await db.Products.AnyAsync(row => row.Id == product && !row.IsArchived, cancellationToken))
        {
            problems.Add(new(nameof(input.ProductId), "这个选项已不可用，请重新选择"));
        }

        return problems;
    }

    /// <summary>Whether <paramref name="actor"/> may name this person as owner.</summary>
    internal static Task<bool> MayOwnAsync(CrmDbContext db, long? ownerId, Actor actor, CancellationToken cancellationToken)
        => db.UsersOf(actor).AnyAsync(user => user.Id == ownerId && user.IsActive, cancellationToken);

    /// <summary>Lets owners of opportunities into files of customers whom they do not own, so that they can work there.</summary>
    internal static async Task InvolveAsync(CrmDbContext db, IReadOnlyCollection<(Customer Customer, long? OwnerId)> pairs, CancellationToken cancellationToken)
    {
        var due = pairs.Where(pair => pair.OwnerId is { } owner && owner != pair.Customer.OwnerId).Select(pair => (pair.Customer, OwnerId: pair.OwnerId!.Value)).Distinct().ToList();
        foreach (var batch in due.Chunk(500))
        {
            var ids = batch.Select(pair => pair.Customer.Id).Where(id => id != 0).Distinct().ToList();
            var there = (await db.CustomerMembers.Where(member => ids.Contains(member.CustomerId))
                .Select(member => new { member.CustomerId, member.UserId }).ToListAsync(cancellationToken)).Select(member => (member.CustomerId, member.UserId)).ToHashSet();
            db.CustomerMembers.AddRange(batch.Where(pair => !there.Contains((pair.Customer.Id, pair.OwnerId)))
                .Select(pair => new CustomerMember { Customer = pair.Customer, CustomerId = pair.Customer.Id, UserId = pair.OwnerId, Access = MemberAccess.Involved }));
        }
    }

    /// <summary>Counts the open opportunities of these customers anew, by one command.</summary>
    internal static async Task CountOpenAsync(CrmDbContext db, IReadOnlyCollection<long> customerIds, CancellationToken cancellationToken)
    {
        await db.HoldCustomersAsync(customerIds, cancellationToken);
        await db.Customers.Where(customer => customerIds.Contains(customer.Id)).ExecuteUpdateAsync(set => set.SetProperty(
            customer => customer.OpenOpportunityCount,
            customer => db.Opportunities.Count(opportunity => opportunity.CustomerId == customer.Id && opportunity.Status == OpportunityStatus.Open && opportunity.ArchivedAt == null)), cancellationToken);
    }
}
