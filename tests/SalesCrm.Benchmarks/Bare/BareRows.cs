using Microsoft.Data.Sqlite;

namespace SalesCrm.Benchmarks.Bare;

public sealed record BareRow(
    long Id, string Number, string Name, int Grade, string? City, string? NextOn, string? NextText, string? LastAt, decimal Annual, decimal? Budget, string DueKey);

/// <summary>Fifty customers in the order of their next step, after a given place.</summary>
public sealed class BareRows(string database)
{
    private const string Sql = """
        SELECT "Id", "Number", "Name", "Grade", "City", "NextFollowUpOn", "NextFollowUpText", "LastFollowUpAt", "AnnualAmount", "Budget", "DueKey"
        FROM "Customers" WHERE "ArchivedAt" IS NULL AND ("DueKey", "Id") > (@key, @id) ORDER BY "DueKey", "Id" LIMIT 50
        """;

    private readonly string _connection = new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly }.ToString();

    public async Task<IReadOnlyList<BareRow>> ReadAsync(string key, long id, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(_connection);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.Parameters.AddWithValue("@key", key);
        command.Parameters.AddWithValue("@id", id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<BareRow>(50);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new(
                reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3), Text(reader, 4), Text(reader, 5), Text(reader, 6), Text(reader, 7),
                reader.GetInt64(8) / 100m, reader.IsDBNull(9) ? null : reader.GetInt64(9) / 100m, reader.GetString(10)));
        }

        return rows;
    }

    private static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
