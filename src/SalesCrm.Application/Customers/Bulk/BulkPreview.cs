using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Customers.Bulk;

/// <summary>What a bulk act would meet: the values that it is about to replace, with how many customers have each, and who stays as he is.</summary>
public sealed class BulkPreview(CrmDbContext db, CompanyClock clock)
{
    /// <summary>So many values are named, those of most customers first.</summary>
    public const int Named = 30;

    /// <param name="Now">The value that is there now; null for none.</param>
    public sealed record Line(Text? Now, int Count);

    /// <param name="Lines">The values of those that would be changed.</param>
    /// <param name="NotYours">Customers that he may read but not change.</param>
    /// <param name="Busy">Customers that would stay because they have open opportunities.</param>
    public sealed record Preview(IReadOnlyList<Line> Lines, int NotYours, int Busy);

    public async Task<Preview> ReadAsync(ChangeCustomers.Input input, BulkChange change, Actor actor, CancellationToken cancellationToken)
    {
        var meant = await BulkSource.OfAsync(db, input, actor, clock, cancellationToken);
        var (mine, busy) = (BulkSource.Reachable(db, change, actor).Select(customer => customer.Id), BulkSource.Busy(db, change));
        var reached = meant.Where(customer => mine.Contains(customer.Id));
        var notYours = await meant.CountAsync(customer => !mine.Contains(customer.Id), cancellationToken);
        var staying = await reached.CountAsync(customer => busy.Contains(customer.Id), cancellationToken);
        var values = await reached.Where(customer => !busy.Contains(customer.Id)).GroupBy(KeyOf(change))
            .Select(group => new { group.Key, Count = group.Count() }).OrderByDescending(row => row.Count).ThenBy(row => row.Key).Take(Named).ToListAsync(cancellationToken);
        var names = await NamesAsync(change, values.Select(row => row.Key).OfType<long>().ToList(), cancellationToken);
        return new Preview(values.ConvertAll(row => new Line(row.Key is { } key && names.TryGetValue(key, out var name) ? name : default(Text?), row.Count)), notYours, staying);
    }

    private static Expression<Func<Customer, long?>> KeyOf(BulkChange change) => change switch
    {
        BulkChange.Assign or BulkChange.Release => customer => customer.OwnerId,
        BulkChange.Industry => customer => customer.IndustryId,
        BulkChange.Source => customer => customer.SourceId,
        BulkChange.CompanySize => customer => customer.CompanySizeId,
        BulkChange.NeedStage => customer => (long?)customer.NeedStage,
        _ => customer => customer.ArchivedAt == null ? 0L : 1L,
    };

    private async Task<IReadOnlyDictionary<long, Text>> NamesAsync(BulkChange change, List<long> keys, CancellationToken cancellationToken)
    {
        var english = Translations.Current == Translations.English;
        return change switch
        {
            BulkChange.Assign or BulkChange.Release => AsTheyAre(await db.Users.Where(user => keys.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken)),
            BulkChange.NeedStage => keys.ToDictionary(key => key, key => ((NeedStage)key).Name()),
            BulkChange.Archive or BulkChange.Restore => new Dictionary<long, Text> { [0] = "未归档", [1] = "已归档" },
            _ => AsTheyAre(await db.Dictionary.Where(word => keys.Contains(word.Id)).ToDictionaryAsync(word => word.Id, word => english && word.EnglishName != null ? word.EnglishName : word.Name, cancellationToken)),
        };
    }

    private static Dictionary<long, Text> AsTheyAre(Dictionary<long, string> names) => names.ToDictionary(pair => pair.Key, pair => new Text("{0}", pair.Value));
}
