using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Values;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Deals;

/// <summary>A deal as a person types it. Money is text, so that 5万 is understood and wrong text is kept.</summary>
public record DealInput
{
    public DateOnly? On { get; set; }
    public string? Amount { get; set; }
    public string? Cost { get; set; }
    public DateOnly? DeliveryOn { get; set; }
    public long? OwnerId { get; set; }
    public long? ProductId { get; set; }
    public string? Channel { get; set; }
    public string? Remark { get; set; }
}

internal sealed class DealInputValidator : AbstractValidator<DealInput>
{
    public DealInputValidator(DateOnly today)
    {
        RuleFor(d => d.On).Holds(on => on is null ? "请填写成交日期" : on > today ? "成交日期不能晚于今天" : default(Text?)).BusinessDate();
        RuleFor(d => d.Amount).Required().Holds(typed => MoneyText.Read(typed).Problem);
        RuleFor(d => d.Cost).Holds(typed => MoneyText.Read(typed).Problem);
        RuleFor(d => d.DeliveryOn).BusinessDate();
        RuleFor(d => d.Channel).SingleLine(30);
        RuleFor(d => d.Remark).MultiLine(1000);
    }
}

/// <summary>What recording and editing a deal share.</summary>
internal static class DealFile
{
    internal static void Fill(Deal deal, DealInput input, Actor actor)
    {
        deal.On = input.On!.Value;
        deal.Amount = MoneyText.Read(input.Amount).Value!.Value;
        deal.Cost = actor.SeesCosts ? MoneyText.Read(input.Cost).Value : deal.Cost;
        deal.DeliveryOn = input.DeliveryOn;
        (deal.OwnerId, deal.ProductId) = (input.OwnerId, input.ProductId);
        (deal.Channel, deal.Remark) = (CleanText.Line(input.Channel), CleanText.Lines(input.Remark));
    }

    internal static async Task<IReadOnlyList<Problem>> ProblemsAsync(CrmDbContext db, DealInput input, Deal? before, Actor actor, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        if (input.OwnerId is { } owner && owner != before?.OwnerId && !await db.UsersOf(actor).AnyAsync(user => user.Id == owner, cancellationToken))
        {
            problems.Add(new(nameof(input.OwnerId), "只能选择自己或所管团队的人"));
        }

        if (input.ProductId is { } product && product != before?.ProductId && !await db.Products.AnyAsync(row => row.Id == product && !row.IsArchived, cancellationToken))
        {
            problems.Add(new(nameof(input.ProductId), "这个选项已不可用，请重新选择"));
        }

        return problems;
    }

    /// <summary>The next number <c>CJ</c> + date, a sequence from the second of the day on; inside the write transaction.</summary>
    internal static Task<string> NextNumberAsync(CrmDbContext db, DateOnly today, CancellationToken cancellationToken)
        => DayNumbers.NextAsync(db, "CJ", today, number => db.Deals.AnyAsync(deal => deal.Number == number, cancellationToken), cancellationToken);
}
