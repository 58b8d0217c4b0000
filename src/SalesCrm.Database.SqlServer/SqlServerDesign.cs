using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SalesCrm.Application.Database;

namespace SalesCrm.Database.SqlServer;

/// <summary>Lets <c>dotnet ef</c> build the context for this engine; no server is asked.</summary>
internal sealed class SqlServerDesign : IDesignTimeDbContextFactory<CrmDbContext>
{
    public CrmDbContext CreateDbContext(string[] args)
    {
        var engine = new SqlServerEngine("Server=design;Database=design;Encrypt=false", null);
        var options = new DbContextOptionsBuilder<CrmDbContext>();
        engine.Configure(options);
        return new CrmDbContext(options.Options, engine, SaveFollowers.None, TimeProvider.System);
    }
}
