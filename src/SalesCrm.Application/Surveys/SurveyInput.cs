using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Surveys;

/// <summary>An answer as a person types it.</summary>
public record SurveyInput
{
    public DateOnly? AnsweredOn { get; set; }

    /// <summary>That of the day where empty.</summary>
    public string? Round { get; set; }
    public long? ContactId { get; set; }
    public int? ServiceScore { get; set; }
    public int? ProductScore { get; set; }
    public int? CooperationScore { get; set; }
    public string? Remark { get; set; }
}

internal sealed class SurveyInputValidator : AbstractValidator<SurveyInput>
{
    public SurveyInputValidator(DateOnly today)
    {
        RuleFor(s => s.AnsweredOn).Holds(on => on is null ? "请填写日期" : on > today ? "调查日期不能晚于今天" : default(Text?)).BusinessDate();
        RuleFor(s => s.Round).Holds(round => !string.IsNullOrWhiteSpace(round) && SurveyRound.Read(round) is null ? "请写成 2024-H1 或 2024-H2" : default(Text?));
        RuleFor(s => s.ServiceScore).Holds(Points);
        RuleFor(s => s.ProductScore).Holds(Points);
        RuleFor(s => s.CooperationScore).Holds(Points);
        RuleFor(s => s.Remark).MultiLine(1000);
    }

    private static Text? Points(int? points) => points is >= SurveyAnswer.Least and <= SurveyAnswer.Most ? default(Text?) : new Text("请打 {0} 至 {1} 分", SurveyAnswer.Least, SurveyAnswer.Most);
}

/// <summary>What recording and correcting an answer share.</summary>
internal static class SurveyFile
{
    internal static Text Changed { get; } = "这份调查刚被别人改过，请核对后再保存";

    internal static string RoundOf(SurveyInput input) => SurveyRound.Read(input.Round) ?? SurveyRound.Of(input.AnsweredOn!.Value);

    internal static void Fill(SurveyAnswer answer, SurveyInput input)
    {
        (answer.AnsweredOn, answer.Round) = (input.AnsweredOn!.Value, RoundOf(input));
        answer.Rate(input.ServiceScore!.Value, input.ProductScore!.Value, input.CooperationScore!.Value);
        (answer.ContactId, answer.Remark) = (input.ContactId, CleanText.Lines(input.Remark));
    }

    /// <summary>Whom one may name as the one who answered; nobody where one does not see the customer.</summary>
    internal static IQueryable<Contact> ContactsOf(CrmDbContext db, long customerId, Actor actor)
    {
        var seen = db.CustomersOf(actor.ForOne);
        return db.Contacts.Where(contact => contact.CustomerId == customerId && contact.ArchivedAt == null && seen.Any(customer => customer.Id == customerId));
    }

    internal static async Task<Text?> ContactProblemAsync(CrmDbContext db, long customerId, SurveyInput input, long? before, Actor actor, CancellationToken cancellationToken)
        => input.ContactId is { } contact && contact != before && !await ContactsOf(db, customerId, actor).AnyAsync(row => row.Id == contact, cancellationToken)
            ? "这位联系人不属于该客户，请重新选择" : default(Text?);
}
