using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Shared.Values;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Customers;

/// <summary>What creating and editing a customer's file share: numbers, filling in, and the facts that only the database knows.</summary>
internal static class CustomerFile
{
    /// <summary>The next number <c>KH</c> + yyyyMM + sequence; inside the write transaction.</summary>
    internal static async Task<string> NextNumberAsync(CrmDbContext db, CompanyClock clock, CancellationToken cancellationToken)
    {
        var prefix = "KH" + clock.Today.ToString("yyyyMM", System.Globalization.CultureInfo.InvariantCulture);
        string number;
        do
        {
            var next = await NumberSequence.TakeAsync(db, prefix, 1, cancellationToken);
            number = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}{next:0000}");
        }
        while (await db.Customers.AnyAsync(customer => customer.Number == number, cancellationToken));

        return number;
    }

    /// <summary>Puts a validated input into the file. Quantity and budget that the need names fill what was left empty.</summary>
    internal static void Fill(Customer customer, CustomerInput input)
    {
        var need = CleanText.Lines(input.Need);
        var named = NeedText.In(need);
        customer.Rename(CleanText.Line(input.Name)!, NameKey.OfCompany(input.Name));
        customer.ShortName = CleanText.Line(input.ShortName);
        (customer.IndustryId, customer.SourceId, customer.CompanySizeId) = (input.IndustryId, input.SourceId, input.CompanySizeId);
        (customer.Province, customer.City, customer.Address) = (PlaceNames.Province(CleanText.Line(input.Province)), CleanText.Line(input.City), CleanText.Line(input.Address));
        customer.Website = CleanText.Line(input.Website);
        (customer.Need, customer.NeedStage) = (need, input.NeedStage);
        customer.Budget = MoneyText.Read(input.Budget).Value ?? named.Budget;
        customer.NeedQuantity = input.NeedQuantity ?? named.Quantity;
        customer.Urgency = input.Urgency;
        customer.ProductPreference = CleanText.Lines(input.ProductPreference);
        customer.DecisionProcess = CleanText.Lines(input.DecisionProcess);
        customer.FirstContactOn = input.FirstContactOn;
        customer.PlanNext(input.NextFollowUpOn, CleanText.Line(input.NextFollowUpText));
        customer.Remark = CleanText.Lines(input.Remark);
        customer.DuplicateReason = CleanText.Line(input.DuplicateReason) ?? customer.DuplicateReason;
    }

    /// <summary>Notes who referred the customer; after <see cref="ProblemsAsync"/> found nothing wrong. A referrer whom the actor may not see stays.</summary>
    internal static async Task ReferAsync(CrmDbContext db, Customer customer, string? referredBy, Actor actor, CancellationToken cancellationToken)
    {
        var seen = customer.ReferredById is { } known && await db.CustomersOf(actor.ForOne).AnyAsync(row => row.Id == known, cancellationToken);
        if (!string.IsNullOrWhiteSpace(referredBy) || seen)
        {
            customer.ReferredById = await CustomerPicker.MentionedAsync(db, referredBy, actor, cancellationToken);
        }
    }

    /// <summary>Choices that are not, or no longer, there, or not this actor's to make.</summary>
    internal static async Task<IReadOnlyList<Problem>> ProblemsAsync(CrmDbContext db, CustomerInput input, Customer? before, Actor actor, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        await CheckWordAsync(nameof(input.IndustryId), input.IndustryId, before?.IndustryId, DictionaryKind.Industry);
        await CheckWordAsync(nameof(input.SourceId), input.SourceId, before?.SourceId, DictionaryKind.Source);
        await CheckWordAsync(nameof(input.CompanySizeId), input.CompanySizeId, before?.CompanySizeId, DictionaryKind.CompanySize);
        if (input.OwnerId != before?.OwnerId && await OwnerProblemAsync(db, before?.OwnerId, input.OwnerId, actor, cancellationToken) is { } owner)
        {
            problems.Add(new Problem(nameof(input.OwnerId), owner));
        }

        if (!string.IsNullOrWhiteSpace(input.ReferredBy)
            && (await CustomerPicker.MentionedAsync(db, input.ReferredBy, actor, cancellationToken) is not { } referrer || referrer == before?.Id))
        {
            problems.Add(new Problem(nameof(input.ReferredBy), (Text)"没有找到这位推荐人，请从提示中选择或填写客户编号"));
        }

        return problems;

        async Task CheckWordAsync(string property, long? id, long? kept, DictionaryKind kind)
        {
            if (id is not null && id != kept && !await db.Dictionary.AnyAsync(word => word.Id == id && word.Kind == kind && !word.IsArchived, cancellationToken))
            {
                problems.Add(new Problem(property, (Text)"这个选项已不可用，请重新选择"));
            }
        }
    }

    /// <summary>
    /// Why <paramref name="actor"/> may not hand a file from one owner to the next. Whoever collaborates on it changes what it says, not whose it is:
    /// that is for the owner's manager.
    /// </summary>
    internal static async Task<Text?> OwnerProblemAsync(CrmDbContext db, long? from, long? to, Actor actor, CancellationToken cancellationToken)
    {
        if (from is not null && !(actor.Role is Role.Manager or Role.Admin && await db.UsersOf(actor).AnyAsync(user => user.Id == from, cancellationToken)))
        {
            return NotYoursToGive;
        }

        return await db.UsersOf(actor).AnyAsync(user => user.Id == to && user.IsActive, cancellationToken) ? default(Text?) : "只能选择自己或所管团队的人";
    }

    internal static Text NotYoursToGive { get; } = "只有跟进人的经理和管理员可以改派客户";
}
