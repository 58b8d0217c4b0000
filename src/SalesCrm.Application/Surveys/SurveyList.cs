using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Application.Surveys;

/// <summary>The answers that a reader may see, with the mean of all that the filter lets through.</summary>
public sealed class SurveyList(CrmDbContext db)
{
    /// <param name="From">First day of the answers wanted.</param>
    /// <param name="Until">Last day of the answers wanted.</param>
    /// <param name="OwnerId">Whose customers.</param>
    /// <param name="CustomerId">Whose answers.</param>
    /// <param name="Round">Which half-year.</param>
    public sealed record Filter(DateOnly? From = null, DateOnly? Until = null, long? OwnerId = null, long? CustomerId = null, string? Round = null);

    public sealed record SurveyRow(
        long Id, long CustomerId, string Customer, string? Owner, string Round, DateOnly AnsweredOn, string? Contact, int ServiceScore, int ProductScore, int CooperationScore,
        decimal Score, string? Remark, string? RecordedBy);

    /// <param name="Service">Mean of all rows of the list; null where there are none or more than are counted.</param>
    public sealed record Means(decimal Service, decimal Product, decimal Cooperation, decimal Score);

    public sealed record Result(Page<SurveyRow> Page, Means? Means);

    private static readonly ListOrders<SurveyAnswer> Orders = new(
        new ListOrder<SurveyAnswer, DateOnly>("date", answer => answer.AnsweredOn, answer => answer.Id),
        new ListOrder<SurveyAnswer, decimal>("score", answer => answer.Score, answer => answer.Id));

    internal static readonly System.Linq.Expressions.Expression<Func<SurveyAnswer, SurveyRow>> Row = a => new SurveyRow(
        a.Id, a.CustomerId, a.Customer!.Name, a.Customer.Owner!.DisplayName, a.Round, a.AnsweredOn, a.Contact!.Name, a.ServiceScore, a.ProductScore, a.CooperationScore,
        a.Score, a.Remark, a.RecordedBy!.DisplayName);

    public async Task<Result> ReadAsync(Filter filter, PageRequest request, Actor actor, CancellationToken cancellationToken)
    {
        var asker = filter.CustomerId is null ? actor : actor.ForOne;
        var answers = Filtered(db.SurveysOf(asker).AsNoTracking(), filter);
        var sums = await answers.Take(Counting.Most + 1).GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), Service = all.Sum(a => a.ServiceScore), Product = all.Sum(a => a.ProductScore), Cooperation = all.Sum(a => a.CooperationScore) })
            .SingleOrDefaultAsync(cancellationToken);
        var page = await Orders.Named(request.Sort).ReadAsync(Filtered(db.SurveysOf(asker.Walking).AsNoTracking(), filter), Row, request, cancellationToken, sums?.Count ?? 0);
        return new(page, sums is null || sums.Count > Counting.Most ? null : new Means(
            (decimal)sums.Service / sums.Count, (decimal)sums.Product / sums.Count, (decimal)sums.Cooperation / sums.Count, (sums.Service + sums.Product + sums.Cooperation) / 3m / sums.Count));
    }

    /// <summary>The half-years of which there are answers, the latest first.</summary>
    public async Task<IReadOnlyList<string>> RoundsAsync(Actor actor, CancellationToken cancellationToken)
        => await db.SurveysOf(actor).Select(answer => answer.Round).Distinct().OrderByDescending(round => round).Take(40).ToListAsync(cancellationToken);

    internal static IQueryable<SurveyAnswer> Filtered(IQueryable<SurveyAnswer> answers, Filter filter)
    {
        answers = filter.From is { } from ? answers.Where(answer => answer.AnsweredOn >= from) : answers;
        answers = filter.Until is { } until ? answers.Where(answer => answer.AnsweredOn <= until) : answers;
        answers = filter.OwnerId is { } owner ? answers.Where(answer => answer.Customer!.OwnerId == owner) : answers;
        answers = filter.CustomerId is { } customer ? answers.Where(answer => answer.CustomerId == customer) : answers;
        return SurveyRound.Read(filter.Round) is { } round ? answers.Where(answer => answer.Round == round) : answers;
    }
}
