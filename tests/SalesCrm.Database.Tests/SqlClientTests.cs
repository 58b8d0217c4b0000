using System.Data;
using Microsoft.Data.SqlClient;

namespace SalesCrm.Database.Tests;

/// <summary>
/// SqlClient loads Microsoft.SqlServer.Server when it works out the type of a parameter. Without that assembly every SQL Server
/// command with a parameter fails, while all of SQLite goes on working; these tests need no server to notice.
/// </summary>
public sealed class SqlClientTests
{
    [Theory]
    [InlineData(1, DbType.Int32)]
    [InlineData(1L, DbType.Int64)]
    [InlineData("客户", DbType.String)]
    [InlineData(true, DbType.Boolean)]
    public void Works_out_the_type_of_a_parameter(object value, DbType expected)
        => Assert.Equal(expected, new SqlParameter("p", value).DbType);

    [Fact]
    public void Works_out_the_type_of_money_and_instants()
    {
        Assert.Equal(DbType.Decimal, new SqlParameter("p", 12.34m).DbType);
        Assert.Equal(DbType.DateTime, new SqlParameter("p", DateTime.UnixEpoch).DbType);
        Assert.Equal(DbType.Guid, new SqlParameter("p", Guid.Empty).DbType);
    }
}
