using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Acts;

/// <summary>Everything that a database holds but its trail, as lines to compare.</summary>
internal static class Content
{
    /// <summary>What any save moves on.</summary>
    private static readonly string[] Moving = ["Version", "AsOf"];

    private static readonly string[] Trail = ["AuditEntries", "Acts", "Submissions", "Imports", "NumberSequences"];

    public static Task<List<string>> ContentAsync(this TestDatabase database) => database.Read(async db =>
    {
        var lines = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var type in db.Model.GetEntityTypes().Where(type => !Trail.Contains(type.GetTableName())).OrderBy(type => type.GetTableName(), StringComparer.Ordinal))
        {
            var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
            var columns = type.GetProperties().Select(property => property.GetColumnName(table)!).Where(column => !Moving.Contains(column)).Order(StringComparer.Ordinal).ToList();
            using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of the model.
            command.CommandText = $"SELECT {string.Join(", ", columns.Select(column => $"\"{column}\""))} FROM \"{table.Name}\"";
#pragma warning restore CA2100
            using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                lines.Add(table.Name + ": " + string.Join("; ", columns.Select((column, at) => $"{column}={Convert.ToString(reader.GetValue(at), CultureInfo.InvariantCulture)}")));
            }
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    });
}
