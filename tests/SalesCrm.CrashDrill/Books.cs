using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace SalesCrm.CrashDrill;

/// <summary>What is really in the database, read past the product. Counts the markers that the writes left.</summary>
internal sealed partial class Books
{
    /// <summary>An edit shows in its audit entry: a later edit overwrites the field itself.</summary>
    private static readonly (WriteKind Kind, bool IsAudit, string Query)[] Places =
    [
        (WriteKind.Visit, false, "SELECT Feedback FROM Visits WHERE Feedback LIKE '%drill-%'"),
        (WriteKind.Customer, false, "SELECT Name FROM Customers WHERE Name LIKE '%drill-%'"),
        (WriteKind.Move, false, "SELECT Reason FROM StageChanges WHERE Reason LIKE '%drill-%'"),
        (WriteKind.Import, false, "SELECT Remark FROM Customers WHERE Remark LIKE '%drill-%' AND Name LIKE '%批量%'"),
        (WriteKind.Edit, false, "SELECT json_extract(Changes, '$.Remark[1]') FROM AuditEntries WHERE Subject = 'Customer' AND Act = 2 AND json_extract(Changes, '$.Remark[1]') LIKE '%drill-%'"),
        (WriteKind.Visit, true, "SELECT json_extract(Changes, '$.Feedback[1]') FROM AuditEntries WHERE Subject = 'Visit' AND Act = 1"),
        (WriteKind.Customer, true, "SELECT json_extract(Changes, '$.Name[1]') FROM AuditEntries WHERE Subject = 'Customer' AND Act = 1 AND Changes LIKE '%drill-%'"),
        (WriteKind.Import, true, "SELECT json_extract(Changes, '$.Remark[1]') FROM AuditEntries WHERE Subject = 'Customer' AND Act = 1 AND Changes LIKE '%批量%'"),
    ];

    private readonly Dictionary<(WriteKind Kind, bool IsAudit), Dictionary<string, int>> _counts = [];

    private Books()
    {
    }

    public static Books Read(string file)
    {
        var books = new Books();
        using var connection = Open(file);
        foreach (var (kind, isAudit, query) in Places)
        {
            var counts = books._counts[(kind, isAudit)] = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var text in Column(connection, query, reader => reader.IsDBNull(0) ? "" : reader.GetString(0)))
            {
                if (Marker().Match(text) is { Success: true } match)
                {
                    counts[match.Value] = counts.GetValueOrDefault(match.Value) + 1;
                }
            }
        }

        return books;
    }

    public int RowsOf(WriteKind kind, string marker) => _counts[(kind, false)].GetValueOrDefault(marker);

    /// <summary>Null for kinds whose rows have no audit entry of their own to count.</summary>
    public int? AuditedOf(WriteKind kind, string marker) => _counts.TryGetValue((kind, true), out var counts) ? counts.GetValueOrDefault(marker) : null;

    /// <summary>Customers and open opportunities to work with, and an industry for new customers.</summary>
    public static Work FindWork(string file)
    {
        using var connection = Open(file);
        List<long> Ids(string query) => Column(connection, query, reader => reader.GetInt64(0));
        return new Work(
            Ids("SELECT Id FROM Customers WHERE ArchivedAt IS NULL"),
            Ids("SELECT Id FROM Opportunities WHERE Status = 1 AND ArchivedAt IS NULL"),
            Ids("SELECT IndustryId FROM Customers WHERE IndustryId IS NOT NULL LIMIT 1")[0]);
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static List<T> Column<T>(SqliteConnection connection, string query, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var values = new List<T>();
        while (reader.Read())
        {
            values.Add(read(reader));
        }

        return values;
    }

    [GeneratedRegex("drill-[0-9]+-end")]
    private static partial Regex Marker();
}

/// <summary>Records that the clients may open.</summary>
internal sealed record Work(IReadOnlyList<long> Customers, IReadOnlyList<long> Opportunities, long Industry);
