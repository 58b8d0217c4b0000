using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.References;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Imports.Downloads;

/// <summary>What records were ever called, those that are gone included: the trail of changes, which forgets nothing, tells a record of here from one that has the same id elsewhere.</summary>
internal static class FormerNames
{
    /// <summary>Records with each name, levelled, that a field of theirs ever said: their own, or that of a customer to whom they belonged.</summary>
    public static async Task<HashSet<(long Id, string Name)>> OfAsync(CrmDbContext db, Actor actor, ImportKind kind, string field, IEnumerable<long> records, CancellationToken cancellationToken)
    {
        if (kind.Named is not { } subject)
        {
            return [];
        }

        if (field != kind.CustomerField)
        {
            return await OfAsync(db, actor, subject, field, records, cancellationToken);
        }

        var owned = new List<(long Record, long Customer)>();
        foreach (var ids in records.Distinct().Chunk(500))
        {
            var owners = db.AuditEntries.Where(entry => entry.Subject == subject && ids.Contains(entry.SubjectId) && entry.CustomerId != null).Select(entry => new { entry.SubjectId, Customer = entry.CustomerId!.Value });
            await owners.Distinct().ForEachAsync(owner => owned.Add((owner.SubjectId, owner.Customer)), cancellationToken);
        }

        var names = (await OfAsync(db, actor, nameof(Customer), nameof(Customer.Name), owned.Select(pair => pair.Customer), cancellationToken)).ToLookup(customer => customer.Id, customer => customer.Name);
        return [.. owned.SelectMany(pair => names[pair.Customer].Select(name => (pair.Record, name)))];
    }

    private static async Task<HashSet<(long Id, string Name)>> OfAsync(CrmDbContext db, Actor actor, string subject, string property, IEnumerable<long> records, CancellationToken cancellationToken)
    {
        var names = new HashSet<(long, string)>();
        var said = $"\"{property}\":[";

        // A stamp that somebody made up would find out what a customer is called of whom he may not even know that he exists.
        var closed = db.ClosedTo(actor);
        var told = actor.IsSystem() ? db.AuditEntries : db.AuditEntries.Where(entry => entry.CustomerId == null || !closed.Contains(entry.CustomerId.Value));
        foreach (var ids in records.Distinct().Chunk(500))
        {
            var entries = told.AsNoTracking().Where(entry => entry.Subject == subject && ids.Contains(entry.SubjectId) && entry.FieldId == null && entry.Changes!.Contains(said));
            await entries.Select(entry => new { entry.SubjectId, entry.Changes }).ForEachAsync(entry => names.UnionWith(In(entry.Changes!, property).Select(name => (entry.SubjectId, CustomerBook.KeyOf(name)))), cancellationToken);
        }

        return names;
    }

    private static List<string> In(string changes, string field)
    {
        using var read = JsonDocument.Parse(changes);
        return read.RootElement.TryGetProperty(field, out var pair) && pair.ValueKind == JsonValueKind.Array
            ? [.. pair.EnumerateArray().Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!)]
            : [];
    }
}
