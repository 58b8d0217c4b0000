using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Testing;
using SalesCrm.Testing.SqlServer;

namespace SalesCrm.Database.Tests;

public sealed class SqlServerSyntaxTests
{
    [Fact]
    public void Accepts_a_sound_script_of_several_batches()
    {
        const string script = """
            CREATE TABLE [Customers] (
                [Id] bigint NOT NULL IDENTITY,
                [Name] nvarchar(200) COLLATE Chinese_PRC_CI_AS NOT NULL,
                [Budget] decimal(18,2) NULL,
                CONSTRAINT [PK_Customers] PRIMARY KEY ([Id])
            );
            GO
            CREATE UNIQUE INDEX [IX_Customers_Name] ON [Customers] ([Name]) WHERE [Budget] IS NOT NULL;
            GO
            DECLARE @p int = 50;
            SELECT [c].[Id], [c].[Name] FROM [Customers] AS [c]
            WHERE [c].[Name] LIKE N'上海%' ORDER BY [c].[Id] OFFSET 0 ROWS FETCH NEXT @p ROWS ONLY;
            """;

        Assert.Empty(TSql.ErrorsIn(script));
    }

    [Fact]
    public void Names_place_and_line_of_an_error()
    {
        var error = Assert.Single(TSql.ErrorsIn("SELECT 1;\nSELECT [Name] FORM [Customers];"));

        Assert.StartsWith("line 2, column ", error, StringComparison.Ordinal);
        Assert.Contains("SELECT [Name] FORM [Customers];", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_the_errors_of_every_batch()
        => Assert.Equal(2, TSql.ErrorsIn("DROP TABLE;\nGO\nSELECT 1;\nGO\nCREATE TABLE ([Id] int);").Count);

    [Theory]
    [InlineData("CREATE TABLE \"Customers\" (\"Id\" INTEGER PRIMARY KEY AUTOINCREMENT);")]
    [InlineData("SELECT \"Name\" FROM \"Customers\" ORDER BY \"Id\" LIMIT 50;")]
    [InlineData("INSERT INTO \"Customers\" (\"Name\") VALUES ('a') RETURNING \"Id\";")]
    public void Refuses_what_only_the_other_engine_speaks(string sqlite)
        => Assert.NotEmpty(TSql.ErrorsIn(sqlite));

    [Theory]
    [InlineData("SELECT SUM((SELECT COUNT(*) FROM [b] AS [b] WHERE [b].[A] = [a].[Id])) FROM [a] AS [a];", "(130)")]
    [InlineData("SELECT SUM(CASE WHEN EXISTS (SELECT 1 FROM [b] AS [b]) THEN 1 ELSE 0 END) FROM [a] AS [a];", "(130)")]
    [InlineData("SELECT MAX(COUNT(*)) FROM [a] AS [a] GROUP BY [a].[X];", "(130)")]
    [InlineData("SELECT [a].[Id], (SELECT SUM([b].[X] * [a].[Y]) FROM [b] AS [b]) FROM [a] AS [a];", "(8124)")]
    [InlineData("SELECT COUNT(*) FROM [a] AS [a] GROUP BY (SELECT TOP(1) [b].[X] FROM [b] AS [b]);", "(144)")]
    [InlineData("SELECT COUNT(*) FROM [a] AS [a] GROUP BY 1;", "(164)")]
    [InlineData("SELECT [x].[Id] FROM (SELECT [a].[Id] FROM [a] AS [a] ORDER BY [a].[Id]) AS [x];", "ORDER BY clause is not valid")]
    [InlineData("SELECT [x].[Id], (SELECT [a].[Id] FROM [a] AS [a] ORDER BY [a].[Id]) FROM [x] AS [x];", "ORDER BY clause is not valid")]
    [InlineData("SELECT [a].[Id] FROM [a] AS [a] ORDER BY [a].[X], [a].[X];", "(169)")]
    [InlineData("SELECT DISTINCT [a].[Id] FROM [a] AS [a] ORDER BY [a].[X];", "(145)")]
    [InlineData("SELECT [a].[Id] FROM [a] AS [a] WHERE [a].[N] IN (SELECT [o].[v] FROM OPENJSON(@p) WITH ([v] nvarchar(20) '$') AS [o]);", "(468)")]
    [InlineData("MERGE [a] USING (VALUES (1)) AS i (X) ON 1=0 WHEN NOT MATCHED THEN INSERT (X) VALUES (i.X);", "MERGE")]
    public void Refuses_what_only_the_server_would_refuse(string script, string error)
        => Assert.Contains(TSql.ErrorsIn(script), line => line.Contains(error, StringComparison.Ordinal));

    [Theory]
    [InlineData("SELECT COALESCE(SUM([a].[X]), 0.0) FROM [a] AS [a] GROUP BY [a].[Y], DATEPART(month, [a].[On]) ORDER BY COUNT(*) DESC;")]
    [InlineData("SELECT [a].[Id], (SELECT COUNT(*) FROM [b] AS [b] WHERE [b].[A] = [a].[Id]) AS [n] FROM [a] AS [a] ORDER BY (SELECT 1) OFFSET 0 ROWS FETCH NEXT 5 ROWS ONLY;")]
    [InlineData("SELECT [x].[Id] FROM (SELECT TOP(5) [a].[Id] FROM [a] AS [a] ORDER BY [a].[Id]) AS [x];")]
    [InlineData("SELECT DISTINCT [a].[Id], [a].[X] AS [Y] FROM [a] AS [a] ORDER BY [a].[Id], [Y];")]
    public void Accepts_what_the_server_accepts(string script) => Assert.Empty(TSql.ErrorsIn(script));

    [Fact]
    public async Task A_test_whose_query_only_sqlite_can_answer_fails()
    {
        await using var database = await TestDatabase.CreateAsync();
        var failure = await Assert.ThrowsAsync<NotTSqlException>(() => database.Read(db => db.Users.CountAsync(user => EF.Functions.Glob(user.UserName!, "a*"))));
        Assert.Contains("cannot translate", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queries_of_tests_are_translated_with_reading_changing_and_deleting_alike()
    {
        await using var database = await TestDatabase.CreateAsync();
        var before = SqlServerTwin.Queries;
        await database.With<CrmDbContext, int>(db => db.InTransactionAsync(World.Admin, async token =>
            await db.Sessions.Where(session => session.Address == "甲").ExecuteUpdateAsync(set => set.SetProperty(session => session.Browser, "乙"), token)
            + await db.Sessions.Where(session => session.Address == "丙" && session.Browser == "丁").ExecuteDeleteAsync(token)
            + await db.Sessions.CountAsync(session => session.Browser == "戊", token), default));
        Assert.InRange(SqlServerTwin.Queries, before + 3, int.MaxValue);
    }

    [Fact]
    public void Fails_a_test_with_the_name_of_the_script()
    {
        var failure = Assert.Throws<NotTSqlException>(() => TSql.AssertSound("SELECT FROM;", "The list query"));

        Assert.Contains("The list query is not T-SQL", failure.Message, StringComparison.Ordinal);
        Assert.Contains("line 1", failure.Message, StringComparison.Ordinal);
    }
}
