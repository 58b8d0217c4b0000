using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Leads;

/// <summary>What narrows the list of leads; travels in the address.</summary>
public sealed record LeadFilter : IListFilter
{
    /// <summary>Part of the company, the person or the phone digits.</summary>
    public string? Q { get; init; }

    /// <summary>Empty for the open ones.</summary>
    public LeadTab Tab { get; init; }
    public long? SourceId { get; init; }
    public long? OwnerId { get; init; }

    /// <summary>Only open ones for which no next step is planned.</summary>
    public bool NoPlan { get; init; }

    /// <summary>By the fields that the admin added.</summary>
    public FieldFilter? Fields { get; init; }

    /// <summary>What else is asked of the lead.</summary>
    public ConditionSet? Conditions { get; init; }

    FieldSubject IListFilter.Subject => FieldSubject.Lead;

    IQueryable<long> IListFilter.Ids(CrmDbContext db, Actor actor, CompanyClock clock, IReadOnlyList<FieldDefinition> fields) => Rows(db, actor, clock, fields).Select(lead => lead.Id);

    /// <summary>All that it lets through, to be counted or grouped.</summary>
    internal IQueryable<Lead> Rows(CrmDbContext db, Actor actor, CompanyClock clock, IReadOnlyList<FieldDefinition> fields)
        => Apply(db, actor, clock).Narrowed(Fields?.Resolve(db, fields) ?? [], FieldPages.Fetches(actor, !string.IsNullOrWhiteSpace(Q)));

    internal IQueryable<Lead> Apply(CrmDbContext db, Actor actor, CompanyClock clock)
    {
        var leads = Narrow(db, actor, clock);
        return Tab switch
        {
            LeadTab.Open => leads.Where(lead => lead.Status == LeadStatus.New || lead.Status == LeadStatus.Working || lead.Status == LeadStatus.Qualified),
            LeadTab.Unassigned => leads.Where(lead => lead.OwnerId == null && (lead.Status == LeadStatus.New || lead.Status == LeadStatus.Working || lead.Status == LeadStatus.Qualified)),
            LeadTab.NewToMe => leads.Where(lead => lead.OwnerId == actor.UserId && lead.AssignedAt != null && (lead.LastContactAt == null || lead.LastContactAt < lead.AssignedAt)
                && (lead.Status == LeadStatus.New || lead.Status == LeadStatus.Working || lead.Status == LeadStatus.Qualified)),
            LeadTab.New => leads.Where(lead => lead.Status == LeadStatus.New),
            LeadTab.Working => leads.Where(lead => lead.Status == LeadStatus.Working),
            LeadTab.Qualified => leads.Where(lead => lead.Status == LeadStatus.Qualified),
            LeadTab.Converted => leads.Where(lead => lead.Status == LeadStatus.Converted),
            LeadTab.Disqualified => leads.Where(lead => lead.Status == LeadStatus.Disqualified),
            _ => leads,
        };
    }

    /// <summary>All but the tab.</summary>
    internal IQueryable<Lead> Narrow(CrmDbContext db, Actor actor, CompanyClock clock)
    {
        var leads = LeadRules.All.Narrow(db.LeadsOf(actor).Matching(db, SearchKind.Lead, Q), Conditions, db, clock);
        if (SourceId is { } source)
        {
            leads = leads.Where(lead => lead.SourceId == source);
        }

        if (NoPlan)
        {
            leads = leads.Where(lead => lead.NextFollowUpOn == null && (lead.Status == LeadStatus.New || lead.Status == LeadStatus.Working || lead.Status == LeadStatus.Qualified));
        }

        return OwnerId is { } owner ? leads.Where(lead => lead.OwnerId == owner) : leads;
    }
}

/// <summary>The tabs above the list of leads.</summary>
public enum LeadTab
{
    Open = 0,
    New = 1,
    Working = 2,
    Qualified = 3,
    Disqualified = 4,
    Converted = 5,
    Unassigned = 6,
    All = 7,

    /// <summary>Given to the reader, who has not been in touch since.</summary>
    NewToMe = 8,
}
