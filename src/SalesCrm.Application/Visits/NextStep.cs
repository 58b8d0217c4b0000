using SalesCrm.Application.Customers;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Visits;

/// <summary>What is to happen next with a customer (下次跟进计划).</summary>
internal sealed record NextStep(DateOnly? On, string? Text)
{
    /// <summary>A day with what is to be done; where no day is given, the one that the text names, seen from <paramref name="reference"/>. Null when nothing is planned.</summary>
    public static Reading<NextStep> Read(DateOnly? on, string? typed, DateOnly reference)
    {
        var text = Shared.Texts.CleanText.Line(typed);
        if (on is not null || text is null)
        {
            return on is null ? default(NextStep) : new NextStep(on, text);
        }

        var plan = PlanText.Read(text, reference);
        return plan.IsRefused ? Reading<NextStep>.Refused(plan.Problem.Value)
            : plan.Value is { Date: { } date, What: var what } ? new NextStep(date, what.Length == 0 ? null : what)
            : new NextStep(null, text);
    }

    public static NextStep? Of(Visit visit) => visit.NextOn is null && visit.NextText is null ? null : new(visit.NextOn, visit.NextText);

    public static NextStep? Of(Customer customer)
        => customer.NextFollowUpOn is null && customer.NextFollowUpText is null ? null : new(customer.NextFollowUpOn, customer.NextFollowUpText);

    /// <summary>
    /// The customer's next step after a follow-up of <paramref name="day"/>: a new one replaces; without one, a step that was due by then is done,
    /// and a later one stays.
    /// </summary>
    public static void Follow(Customer customer, DateOnly day, NextStep? given)
    {
        if (given is not null)
        {
            customer.PlanNext(given.On, given.Text);
        }
        else if (customer.NextFollowUpOn <= day)
        {
            customer.PlanNext(null, null);
        }
    }
}
