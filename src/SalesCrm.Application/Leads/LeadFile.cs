using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Leads;

/// <summary>What creating, editing and importing leads share.</summary>
internal static class LeadFile
{
    internal static Text Changed { get; } = "您编辑期间，其他人修改了这条线索。您的内容还在，请核对后再保存";

    /// <summary>Puts a validated input into the lead and judges it.</summary>
    internal static void Fill(Lead lead, LeadInput input, LeadScoring scoring)
    {
        (lead.Company, lead.CompanyKey) = (CleanText.Line(input.Company)!, NameKey.OfCompany(input.Company));
        (lead.Person, lead.Title) = (CleanText.Line(input.Person), CleanText.Line(input.Title));
        (lead.Phone, lead.PhoneKey) = (CleanText.Line(input.Phone), PhoneKey.Of(input.Phone)?.Number);
        lead.Email = CleanText.Line(input.Email);
        (lead.SourceId, lead.Need, lead.Campaign) = (input.SourceId, CleanText.Lines(input.Need), CleanText.Line(input.Campaign));
        (lead.Province, lead.City) = (PlaceNames.Province(CleanText.Line(input.Province)), CleanText.Line(input.City));
        (lead.NextFollowUpOn, lead.NextFollowUpText) = (input.NextFollowUpOn, CleanText.Line(input.NextFollowUpText));
        (lead.BudgetScore, lead.UrgencyScore, lead.AuthorityScore) = (input.BudgetScore, input.UrgencyScore, input.AuthorityScore);
        lead.Judge(scoring);
    }

    /// <summary>The source, unless the lead has it already, must still be offered.</summary>
    internal static async Task<Problem?> SourceProblemAsync(CrmDbContext db, long? sourceId, long? kept, CancellationToken cancellationToken)
        => sourceId == kept || await db.Dictionary.AnyAsync(word => word.Id == sourceId && word.Kind == DictionaryKind.Source && !word.IsArchived, cancellationToken)
            ? null
            : new Problem(nameof(LeadInput.SourceId), "这个选项已不可用，请重新选择");

    /// <summary>People who may be given leads by the actor: sellers and their managers, himself included.</summary>
    internal static IQueryable<User> OwnersFor(CrmDbContext db, Actor actor)
        => db.UsersOf(actor).WhoReceive();
}
