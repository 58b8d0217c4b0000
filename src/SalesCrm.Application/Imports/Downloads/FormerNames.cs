using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.References;

namespace SalesCrm.Application.Imports.Downloads;

/// <summary>What records were ever called, those that are gone included: the trail of changes, which forgets nothing, tells a record of here from one that has the same id elsewhere.</summary>
internal static class FormerNames
{
    /// <summary>Records with each name that they had, levelled.</summary>
    public static async Task<HashSet<(long Id, string Name)>> OfAsync(CrmDbContext db, ImportKind kind, IEnumerable<long> records, CancellationToken cancellationToken)
    {
        var names = new HashSet<(long, string)>();
        var field = $"\"{kind.TitleField}\":[";
        foreach (var ids in kind.Named is null ? [] : records.Distinct().Chunk(500))
        {
            var entries = db.AuditEntries.AsNoTracking().Where(entry => entry.Subject == kind.Named && ids.Contains(entry.SubjectId) && entry.FieldId == null && entry.Changes!.Contains(field));
            await entries.Select(entry => new { entry.SubjectId, entry.Changes }).ForEachAsync(entry => names.UnionWith(In(entry.Changes!, kind.TitleField).Select(name => (entry.SubjectId, CustomerBook.KeyOf(name)))), cancellationToken);
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
