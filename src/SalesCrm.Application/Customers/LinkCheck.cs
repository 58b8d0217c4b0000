using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Customers;

/// <summary>
/// Records in one customer's file that point to a record in another's: a follow-up with somebody else's contact or opportunity, a deal with somebody else's opportunity. The model says which records
/// belong to customers and which keys lead from one to another, so that a new one is looked at without a line here.
/// </summary>
internal sealed class LinkCheck(CrmDbContext db) : IFigureCheck
{
    private const string Customer = "CustomerId";

    public string Name => "links";

    public async Task<IReadOnlyList<string>> FindDifferencesAsync(CancellationToken cancellationToken)
    {
        var differences = new List<string>();
        foreach (var key in db.Model.GetEntityTypes().Where(IsFiled).SelectMany(type => type.GetForeignKeys()).Where(key => IsFiled(key.PrincipalEntityType)))
        {
            var (child, parent) = (key.DeclaringEntityType, key.PrincipalEntityType);
            var sql = $"SELECT d.\"Id\" AS \"Value\" FROM \"{child.GetTableName()}\" d JOIN \"{parent.GetTableName()}\" p ON p.\"Id\" = d.\"{key.Properties[0].GetColumnName()}\" WHERE d.\"{Customer}\" <> p.\"{Customer}\"";
            var ids = await db.Database.SqlQueryRaw<long>(sql).ToListAsync(cancellationToken);
            differences.AddRange(ids.Order().Select(id => FormattableString.Invariant($"{child.ClrType.Name} {id} {key.Properties[0].Name}: leads into another customer's file")));
        }

        return differences;
    }

    private static bool IsFiled(IEntityType type) => typeof(IAudited).IsAssignableFrom(type.ClrType) && type.FindProperty(Customer) is not null;
}
