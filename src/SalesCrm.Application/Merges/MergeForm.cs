using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Audit;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Merges;

/// <summary>Both files side by side before they are merged.</summary>
public sealed class MergeForm(CrmDbContext db, AuditChanges words)
{
    /// <param name="Name">As the form posts it.</param>
    /// <param name="Label">What the field is called.</param>
    /// <param name="Kept">In the file that stays; null where it has nothing.</param>
    /// <param name="Other">In the file that goes.</param>
    /// <param name="ProposesOther">The other's value is proposed.</param>
    public sealed record Line(string Name, Text Label, Text? Kept, Text? Other, bool ProposesOther);

    /// <summary>How much hangs on a file.</summary>
    public sealed record Side(long Id, string Number, string Name, string? Owner, DateTime? LastFollowUpAt, Guid Version, int Contacts, int Visits, int Opportunities, int Deals, decimal DealTotal);

    /// <param name="Lines">Fields in which they differ.</param>
    /// <param name="Shared">What they have in common, in words; where there is nothing, merging them needs a reason.</param>
    /// <param name="Problem">Why they cannot be merged; null when they can.</param>
    public sealed record Comparison(Side Kept, Side Other, IReadOnlyList<Line> Lines, IReadOnlyList<Text> Shared, Text? Problem);

    public async Task<Comparison?> ReadAsync(long keptId, long otherId, Actor actor, CancellationToken cancellationToken)
    {
        if (keptId == otherId || await MergePair.FindAsync(db, keptId, otherId, actor, cancellationToken) is not { } pair)
        {
            return null;
        }

        var sides = await db.Customers.AsNoTracking().Where(row => row.Id == keptId || row.Id == otherId)
            .Select(row => new Side(
                row.Id, row.Number, row.Name, row.Owner!.DisplayName, row.LastFollowUpAt, row.Version, row.Contacts.Count(contact => contact.ArchivedAt == null),
                db.Visits.Count(visit => visit.CustomerId == row.Id && visit.ArchivedAt == null), db.Opportunities.Count(opportunity => opportunity.CustomerId == row.Id && opportunity.ArchivedAt == null),
                row.DealCount, row.DealTotal))
            .ToDictionaryAsync(side => side.Id, cancellationToken);
        return new Comparison(
            sides[keptId], sides[otherId], [.. await LinesAsync(pair, actor, cancellationToken), .. await MergeOwnFields.LinesAsync(db, pair, actor, cancellationToken)],
            await MergeLikeness.OfAsync(db, pair, cancellationToken), await pair.ProblemAsync(db, actor, cancellationToken));
    }

    private async Task<IReadOnlyList<Line>> LinesAsync(MergePair pair, Actor actor, CancellationToken cancellationToken)
    {
        var lines = MergeFields.All
            .Where(line => Array.Exists(line, property => !Equals(MergeFields.ValueOf(db, pair.Kept, property), MergeFields.ValueOf(db, pair.Other, property)))).ToList();
        var said = await words.ReadAsync(lines.ConvertAll(line => ("Customer", (string?)Pairs(pair, line))), actor, cancellationToken);
        return lines.Zip(said, (line, changes) => new Line(
            line[0], Joined(changes.Select(change => (Text?)change.Field), " / ")!.Value, Joined(changes.Select(change => change.Old)), Joined(changes.Select(change => change.New)), MergeFields.ProposesOther(db, pair.Kept, pair.Other, line))).ToList();
    }

    private string Pairs(MergePair pair, string[] line)
        => JsonSerializer.Serialize(
            line.ToDictionary(property => property, property => new[] { MergeFields.ValueOf(db, pair.Kept, property), MergeFields.ValueOf(db, pair.Other, property) }), AuditTrail.Json);

    private static Text? Joined(IEnumerable<Text?> parts, string between = " ")
        => parts.OfType<Text>().ToList() switch
        {
            [] => default(Text?),
            [var one] => one,
            [var one, var two] => new Text("{0}" + between + "{1}", one, two),
            var many => new Text("{0}" + between + "{1}" + between + "{2}", many[0], many[1], many[2]),
        };
}
