using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SalesCrm.Application.Database;

namespace SalesCrm.Database.Sqlite;

/// <summary>Lets <c>dotnet ef</c> build the context for this engine.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<CrmDbContext>
{
    public CrmDbContext CreateDbContext(string[] args)
    {
        var engine = new SqliteEngine("Data Source=design.db");
        var options = new DbContextOptionsBuilder<CrmDbContext>();
        engine.Configure(options);
        return new CrmDbContext(options.Options, engine, SaveFollowers.None, TimeProvider.System);
    }
}
