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

    [Fact]
    public void Fails_a_test_with_the_name_of_the_script()
    {
        var failure = Assert.Throws<NotTSqlException>(() => TSql.AssertSound("SELECT FROM;", "The list query"));

        Assert.Contains("The list query is not T-SQL", failure.Message, StringComparison.Ordinal);
        Assert.Contains("line 1", failure.Message, StringComparison.Ordinal);
    }
}
