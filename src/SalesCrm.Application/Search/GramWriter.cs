using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Search;

/// <summary>Writes grams by plain commands of many rows: there are tens for each record, too many to track one by one.</summary>
internal static class GramWriter
{
    /// <summary>SQLite finds a parameter by walking through all names of its command, so that long commands cost more than many.</summary>
    private const int RowsPerCommand = 20;

    public static async Task InsertAsync(CrmDbContext db, IEnumerable<SearchGram> grams, CancellationToken cancellationToken)
    {
        await using var full = CommandFor(db, RowsPerCommand);

        // In the order of the key every page of the index is touched once, however many records a batch holds.
        foreach (var rows in grams.OrderBy(gram => gram.Kind).ThenBy(gram => gram.Gram, StringComparer.Ordinal).ThenBy(gram => gram.SubjectId).Chunk(RowsPerCommand))
        {
            if (rows.Length == RowsPerCommand)
            {
                await ExecuteAsync(full, rows, cancellationToken);
                continue;
            }

            await using var rest = CommandFor(db, rows.Length);
            await ExecuteAsync(rest, rows, cancellationToken);
        }
    }

    private static DbCommand CommandFor(CrmDbContext db, int rows)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var sql = new StringBuilder("""INSERT INTO "SearchGrams" ("Kind", "Gram", "SubjectId") VALUES """);
        for (var row = 0; row < rows; row++)
        {
            sql.Append(CultureInfo.InvariantCulture, $"{(row == 0 ? "" : ",")}(@k{row},@g{row},@s{row})");
            Add(command, $"@k{row}");
            Add(command, $"@g{row}").Size = SearchGram.Longest;
            Add(command, $"@s{row}");
        }

        command.CommandText = sql.ToString();
        return command;
    }

    private static DbParameter Add(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }

    private static async Task ExecuteAsync(DbCommand command, SearchGram[] rows, CancellationToken cancellationToken)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            command.Parameters[row * 3].Value = (int)rows[row].Kind;
            command.Parameters[(row * 3) + 1].Value = rows[row].Gram;
            command.Parameters[(row * 3) + 2].Value = rows[row].SubjectId;
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
