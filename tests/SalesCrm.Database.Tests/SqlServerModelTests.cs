using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using SalesCrm.Application.Database;
using SalesCrm.Database.SqlServer;
using SalesCrm.Testing.SqlServer;

namespace SalesCrm.Database.Tests;

/// <summary>What SQL Server refuses or does otherwise than SQLite, read off the model that its tables are made from.</summary>
public sealed class SqlServerModelTests : IDisposable
{
    private readonly CrmDbContext _db = new SqlServerDesign().CreateDbContext([]);

    private IEnumerable<ITable> Tables => _db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables;

    [Fact]
    public void No_table_is_reached_by_two_cascades()
    {
        foreach (var table in Tables)
        {
            var reached = new List<ITable>();
            Follow(table, reached);
            Assert.DoesNotContain(table, reached);
            Assert.True(reached.Count == reached.Distinct().Count(), $"Deleting from {table.Name} cascades to a table by two paths (1785): {string.Join(", ", reached.Select(each => each.Name))}");
        }
    }

    [Fact]
    public void No_key_is_longer_than_the_server_takes()
    {
        foreach (var table in Tables)
        {
            Assert.InRange(table.PrimaryKey!.Columns.Sum(BytesOf), 1, 900);
            Assert.All(table.Indexes, index => Assert.True(index.Columns.Sum(BytesOf) <= 1_700, $"{table.Name}.{index.Name} is too long for an index"));
            Assert.All(table.UniqueConstraints.Where(key => key != table.PrimaryKey), key => Assert.InRange(key.Columns.Sum(BytesOf), 1, 1_700));
        }
    }

    [Fact]
    public void Unique_indexes_let_several_rows_be_without_a_value_as_on_sqlite()
    {
        foreach (var index in Tables.SelectMany(table => table.Indexes).Where(index => index.IsUnique))
        {
            Assert.All(index.Columns.Where(column => column.IsNullable), column => Assert.Contains($"[{column.Name}] IS NOT NULL", index.Filter, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_column_has_the_type_that_sqlite_is_held_to()
    {
        foreach (var column in Tables.SelectMany(table => table.Columns))
        {
            var (name, type) = ($"{column.Table.Name}.{column.Name}", column.PropertyMappings[0].Property.GetProviderClrType() ?? column.PropertyMappings[0].Property.ClrType);
            switch (Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type))
            {
                case TypeCode.Decimal:
                    Assert.True(column.StoreType.StartsWith("decimal(", StringComparison.Ordinal), $"{name} is {column.StoreType}");
                    break;
                case TypeCode.DateTime:
                    Assert.True(column.StoreType == "datetime2", $"{name} is {column.StoreType}");
                    break;
                case TypeCode.String:
                    Assert.True(column.StoreType.StartsWith("nvarchar(", StringComparison.Ordinal), $"{name} is {column.StoreType}");
                    Assert.True(column.Collation == "Latin1_General_100_BIN2", $"{name} has the collation {column.Collation ?? "of the database"}");
                    break;
            }
        }
    }

    [Fact]
    public void The_migrations_are_sound_and_merge_nothing()
    {
        var script = _db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        TSql.AssertSound(script, "The migrations");
        TSql.AssertSound(_db.Database.GenerateCreateScript(), "The model");
        Assert.DoesNotMatch(@"(?i)\bMERGE\b", script);
    }

    [Fact]
    public async Task The_engines_own_commands_are_sound()
    {
        var server = new SilentServer();
        await using var db = server.Connect();
        await SilentServer.Engine.BackUpAsync(db, "/backup/a.bak", default);
        Assert.Empty(await SilentServer.Engine.CheckIntegrityAsync(db, default));
        await db.Database.ExecuteSqlRawAsync(ServerDatabase.EmptyingScript(db.Model));
        await db.Database.ExecuteSqlRawAsync(SilentServer.Engine.WithExplicitIds("Teams", "INSERT INTO \"Teams\" (\"Id\", \"Name\") VALUES (@p0,@p1)", hasIdentity: true), 1, "甲");
        await db.HoldCustomersAsync([1, 2], default);
        Assert.Equal(5, server.Commands.Count);
        Assert.All(server.Commands, command => TSql.AssertSound(command, "A command of the engine"));
    }

    [Fact]
    public async Task Ever_so_many_ids_to_look_for_fit_into_one_command()
    {
        var ids = Enumerable.Range(1, 5_000).Select(id => (long)id).ToList();
        var server = new SilentServer();
        await using var db = server.Connect();
        await db.Customers.Where(customer => ids.Contains(customer.Id)).Select(customer => customer.Id).ToListAsync();
        TSql.AssertSound(Assert.Single(server.Commands), "A long list");
    }

    public void Dispose() => _db.Dispose();

    private static void Follow(ITable table, List<ITable> reached)
    {
        foreach (var key in table.ReferencingForeignKeyConstraints.Where(key => key.OnDeleteAction is ReferentialAction.Cascade or ReferentialAction.SetNull or ReferentialAction.SetDefault))
        {
            reached.Add(key.Table);
            Assert.InRange(reached.Count, 1, 100);
            Follow(key.Table, reached);
        }
    }

    private static int BytesOf(IColumn column) => column.StoreType switch
    {
        "bigint" or "datetime2" => 8,
        "int" or "date" => 4,
        "bit" or "tinyint" => 1,
        "uniqueidentifier" => 16,
        "datetimeoffset" => 10,
        var type when type.StartsWith("decimal", StringComparison.Ordinal) => 9,
        var type when type.StartsWith("nvarchar(", StringComparison.Ordinal) && int.TryParse(type[9..^1], out var length) => length * 2,
        var type => throw new InvalidOperationException($"{column.Table.Name}.{column.Name}: {type} cannot be in a key"),
    };
}
