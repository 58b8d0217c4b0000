using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Surveys;

internal static class SurveyScope
{
    /// <summary>Answers that <paramref name="actor"/> may see: all of customers whose whole file he sees, elsewhere those that he or his people wrote down.</summary>
    internal static IQueryable<SurveyAnswer> SurveysOf(this CrmDbContext db, Actor actor)
    {
        if (actor.SeesEverything)
        {
            return db.SurveyAnswers.Open(db, actor);
        }

        var (reach, files, ids) = (db.ReachOf(actor), db.CustomersWhollySeenBy(actor), db.CustomerIdsWhollySeenBy(actor));
        var seen = actor.Sight == Sight.Company
            ? db.SurveyAnswers.Where(answer => files.Any(customer => customer.Id == answer.CustomerId) || reach.Contains(answer.RecordedById!.Value))
            : db.SurveyAnswers.Where(answer => ids.Contains(answer.CustomerId) || reach.Contains(answer.RecordedById!.Value));
        return seen.Open(db, actor);
    }

    /// <summary>Answers that he may correct or take away: those that he or his people wrote down, and all of customers whose file he may change.</summary>
    internal static IQueryable<SurveyAnswer> SurveysEditedBy(this CrmDbContext db, Actor actor)
    {
        if (actor.SeesEverything)
        {
            return db.SurveyAnswers.Open(db, actor);
        }

        var (reach, files) = (db.ReachOf(actor), db.CustomersEditedOrMergedBy(actor));
        return db.SurveyAnswers.Where(answer => files.Any(customer => customer.Id == answer.CustomerId) || reach.Contains(answer.RecordedById!.Value)).Open(db, actor);
    }

    /// <summary>Without those of confidential customers that are closed to him, whoever wrote them.</summary>
    private static IQueryable<SurveyAnswer> Open(this IQueryable<SurveyAnswer> answers, CrmDbContext db, Actor actor)
    {
        var closed = db.ClosedTo(actor);
        return actor.IsSystem() ? answers : answers.Where(answer => !closed.Contains(answer.CustomerId));
    }
}
