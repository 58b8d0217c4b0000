using SalesCrm.Web.Commands;

namespace SalesCrm.Web.Tests.Commands;

public sealed class WrongDatabaseTests
{
    [Theory]
    [InlineData("SqlServer", "nonsense", "ConnectionStrings__SalesCrm is no connection string for SqlServer")]
    [InlineData("SqlServer", "", "ConnectionStrings__SalesCrm is missing")]
    [InlineData("SqlServer", "Server=127.0.0.1,1;Database=crm;User Id=a;Password=b;Connect Timeout=1", "The database \"crm\" on \"127.0.0.1,1\" cannot be opened")]
    [InlineData("Sqlite", "nonsense", "ConnectionStrings__SalesCrm is no connection string for Sqlite")]
    [InlineData("Oracle", "Data Source=x", "it can be Sqlite or SqlServer")]
    public async Task A_wrong_database_setting_ends_with_one_plain_line(string provider, string connection, string said)
    {
        using var error = new StringWriter();
        var settings = new Dictionary<string, string?> { ["Database:Provider"] = provider, ["ConnectionStrings:SalesCrm"] = connection };
        Assert.Equal(1, await Verbs.RunAsync(["check"], TextReader.Null, TextWriter.Null, error, settings));
        Assert.Contains(said, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
    }
}
