using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Search;

/// <summary>Writes rows of the index by plain commands of many rows: there are tens for each record, too many to track one by one.</summary>
internal sealed class GramWriter(CrmDbContext db, string table, params string[] columns)
{
    /// <summary>SQLite finds a parameter by walking through all names of its command, so that long commands cost more than many.</summary>
    private const int RowsPerCommand = 20;

    public static Task GramsAsync(CrmDbContext db, IEnumerable<SearchGram> grams, CancellationToken cancellationToken)
        => new GramWriter(db, "SearchGrams", "Kind", "Gram", "SubjectId", "Place").WriteAsync(
            // In the order of the index every page of it is touched once, however many records a batch holds.
            grams.OrderBy(gram => gram.Kind).ThenBy(gram => gram.Gram, StringComparer.Ordinal).ThenBy(gram => gram.SubjectId)
                .Select(gram => new object[] { (int)gram.Kind, gram.Gram, gram.SubjectId, gram.Place }),
            cancellationToken);

    public static Task WordsAsync(CrmDbContext db, IEnumerable<SearchWord> words, CancellationToken cancellationToken)
        => new GramWriter(db, "SearchWords", "Reading", "Gram").WriteAsync(words.Select(word => new object[] { word.Reading, word.Gram }), cancellationToken);

    public static Task TextsAsync(CrmDbContext db, IEnumerable<TextGram> grams, CancellationToken cancellationToken)
        => new GramWriter(db, "TextGrams", "Gram", "Block").WriteAsync(grams.Select(gram => new object[] { gram.Gram, gram.Block }), cancellationToken);

    private async Task WriteAsync(IEnumerable<object[]> rows, CancellationToken cancellationToken)
    {
        await using var full = CommandFor(RowsPerCommand);
        foreach (var chunk in rows.Chunk(RowsPerCommand))
        {
            if (chunk.Length == RowsPerCommand)
            {
                await ExecuteAsync(full, chunk, cancellationToken);
                continue;
            }

            await using var rest = CommandFor(chunk.Length);
            await ExecuteAsync(rest, chunk, cancellationToken);
        }
    }

    private DbCommand CommandFor(int rows)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var sql = new StringBuilder($"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ");
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ",(");
            for (var column = 0; column < columns.Length; column++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"@p{row}_{column}");
                sql.Append(column == 0 ? "" : ",").Append(name);
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            sql.Append(')');
        }

        command.CommandText = sql.ToString();
        return command;
    }

    private async Task ExecuteAsync(DbCommand command, object[][] rows, CancellationToken cancellationToken)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                command.Parameters[(row * columns.Length) + column].Value = rows[row][column];
            }
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
