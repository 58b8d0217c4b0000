using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Filters;

/// <summary>What narrows a list, as its address says it. Each kind of record has its own; whoever counts needs to know no more than this.</summary>
public interface IListFilter
{
    internal FieldSubject Subject { get; }

    /// <summary>The records that the actor sees and the filter lets through.</summary>
    internal IQueryable<long> Ids(CrmDbContext db, Actor actor, CompanyClock clock, IReadOnlyList<FieldDefinition> fields);
}
