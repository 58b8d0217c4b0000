using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SalesCrm.Application.Database;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Acts;

/// <summary>A kind of record that an act may have touched.</summary>
internal sealed class UndoneType(IEntityType type)
{
    private static readonly MethodInfo LoadMethod = typeof(UndoneType).GetMethod(nameof(LoadRowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>As the audit trail writes it.</summary>
    public string Name => type.ClrType.Name;

    public IEntityType Model => type;

    public bool Has(string property) => type.FindProperty(property) is not null;

    /// <summary>Follows from other records by rule, and is computed anew instead of being put back.</summary>
    public static bool IsComputed(string property) => property is "Grade" or "CalculatedGrade" || IsLifecycle(property);

    /// <summary>Where a customer stands; see <see cref="UndoneLifecycles"/>.</summary>
    public static bool IsLifecycle(string property) => property is "Lifecycle" or "LifecycleSince";

    public object Create() => Activator.CreateInstance(type.ClrType, nonPublic: true)!;

    public Task<List<object>> LoadAsync(CrmDbContext db, IEnumerable<long> ids, CancellationToken cancellationToken)
        => (Task<List<object>>)LoadMethod.MakeGenericMethod(type.ClrType).Invoke(null, [db, ids.ToList(), cancellationToken])!;

    private static async Task<List<object>> LoadRowsAsync<T>(CrmDbContext db, List<long> ids, CancellationToken cancellationToken)
        where T : class
        => [.. await db.Set<T>().Where(row => ids.Contains(EF.Property<long>(row, "Id"))).ToListAsync(cancellationToken)];
}

/// <summary>The kinds of records of a model that can be undone.</summary>
internal sealed class UndoneTypes(IModel model)
{
    /// <summary>People and teams stay: what they may see hangs on them.</summary>
    private static readonly Type[] Staying = [typeof(User), typeof(Team)];

    public IEnumerable<UndoneType> Of(IEnumerable<string> subjects)
        => model.GetEntityTypes()
            .Where(type => typeof(IAudited).IsAssignableFrom(type.ClrType) && !Staying.Contains(type.ClrType) && subjects.Contains(type.ClrType.Name))
            .Select(type => new UndoneType(type)).ToList();

    /// <summary>Those that refer to others come before these.</summary>
    public static IReadOnlyList<UndoneType> ChildrenFirst(IEnumerable<UndoneType> types)
    {
        var rest = types.ToList();
        var sorted = new List<UndoneType>();
        while (rest.Count > 0)
        {
            var next = rest.Find(type => !rest.Exists(other => other != type && RefersTo(other, type))) ?? rest[0];
            sorted.Add(next);
            rest.Remove(next);
        }

        return sorted;
    }

    private static bool RefersTo(UndoneType child, UndoneType parent) => child.Model.GetForeignKeys().Any(key => key.PrincipalEntityType == parent.Model);
}
