using Microsoft.EntityFrameworkCore;
using SalesCrm.Database.Sqlite;
using SalesCrm.Database.SqlServer;

namespace SalesCrm.Database.Tests;

public sealed class MigrationTests
{
    [Fact]
    public void The_sqlite_migrations_match_the_model()
    {
        using var db = new SqliteDesign().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges(), "Run build/migrations.sh");
    }

    [Fact]
    public void The_sql_server_migrations_match_the_model()
    {
        using var db = new SqlServerDesign().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges(), "Run build/migrations.sh");
    }

    [Fact]
    public async Task A_new_database_holds_the_six_steps_and_the_first_grading_rule()
    {
        await using var database = await Testing.TestDatabase.CreateAsync();
        Assert.Equal(8, await database.Read(db => db.Stages.CountAsync()));
        Assert.Equal(500_000m, await database.Read(db => db.GradingPolicies.Select(policy => policy.AmountA).SingleAsync()));
    }

    [Fact]
    public async Task A_manager_reaches_his_teams_and_nobody_else()
    {
        await using var database = await Testing.TestDatabase.CreateAsync();
        var reached = await database.Read(db => db.Reaches.Where(reach => reach.ActorId == Testing.World.Manager.UserId).Select(reach => reach.UserId).OrderBy(id => id).ToListAsync());
        Assert.Equal([3, 4, 5, 8], reached);
    }
}
