using System.Text.Json;
using Microsoft.Data.Sqlite;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;
using SalesCrm.Web.Commands;

namespace SalesCrm.Web.Tests.Commands;

/// <summary>The verbs in process, on a SQLite file of their own.</summary>
public sealed class VerbTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("salescrm-verbs").FullName;
    private string _file = "";

    public async Task InitializeAsync() => File.Move(await TestDatabase.CopyTemplateAsync(), _file = Path.Combine(_folder, "crm.db"));

    public Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Migrate_makes_a_database_from_nothing_and_may_come_again()
    {
        _file = Path.Combine(_folder, "new", "crm.db");
        Assert.Equal(0, (await RunAsync("migrate")).Code);
        Assert.Equal(0, (await RunAsync("migrate")).Code);
        Assert.Equal(0, (await RunAsync("check")).Code);
    }

    [Fact]
    public async Task Migrate_passes_by_the_lock_that_a_killed_migration_left()
    {
        await ExecuteAsync("""CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL); INSERT INTO "__EFMigrationsLock" VALUES (1, '2024-01-01');""");
        Assert.Equal(0, (await RunAsync("migrate").WaitAsync(TimeSpan.FromSeconds(30))).Code);
    }

    [Fact]
    public async Task Create_user_adds_missing_teams_and_takes_the_password_from_the_input()
    {
        var run = await RunAsync("create-user --user li.na --name 李娜 --role rep --team 华东大区/苏州二组 --password-stdin", "lian yi qun zi 47\n");
        Assert.Equal(0, run.Code);
        Assert.Equal("li.na", JsonDocument.Parse(run.Out).RootElement.GetProperty("user").GetString());
        Assert.False(JsonDocument.Parse(run.Out).RootElement.TryGetProperty("oneTimePassword", out _));
        Assert.Equal("华东大区|2|3", await ScalarAsync("SELECT p.Name || '|' || t.ParentId || '|' || r.ActorId FROM Users u JOIN Teams t ON t.Id = u.TeamId JOIN Teams p ON p.Id = t.ParentId JOIN Reaches r ON r.UserId = u.Id AND r.ActorId = 3 WHERE u.UserName = 'li.na' AND t.Name = '苏州二组'"));
        Assert.Equal(0, (await RunAsync("check")).Code);
    }

    [Fact]
    public async Task Create_user_prints_a_one_time_password()
    {
        var run = await RunAsync("create-user --user=li.na --name=李娜 --role=Admin");
        Assert.Equal(23, JsonDocument.Parse(run.Out).RootElement.GetProperty("oneTimePassword").GetString()!.Length);
    }

    [Theory]
    [InlineData("create-user --user rep --name 李娜 --role Rep", 1, "用户名")]
    [InlineData("create-user --user li.na --name 李娜 --role Rep --password-stdin", 1, "密码")]
    [InlineData("create-user --user li.na --name 李娜 --role Rep --team 华东//二组", 1, "团队")]
    [InlineData("create-user --user li.na --name 李娜 --role King", 2, "Admin")]
    [InlineData("create-user --user li.na --role Rep", 2, "--name is missing")]
    [InlineData("create-user --user li.na --user li.na", 2, "twice")]
    [InlineData("create-user --user", 2, "needs a value")]
    [InlineData("create-user --colour red", 2, "--colour")]
    [InlineData("backup", 2, "Usage: backup FILE")]
    [InlineData("fly", 2, "There is no verb fly")]
    public async Task Says_what_was_wrong_and_changes_nothing(string line, int code, string said)
    {
        var run = await RunAsync(line, "short\n");
        Assert.Equal(code, run.Code);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Equal("9", await ScalarAsync("SELECT COUNT(*) || '' FROM Users"));
        Assert.Equal("4", await ScalarAsync("SELECT COUNT(*) || '' FROM Teams"));
    }

    [Fact]
    public async Task Help_names_every_verb()
    {
        var run = await RunAsync("help");
        Assert.Equal(0, run.Code);
        Assert.All(Verbs.All, verb => Assert.Contains(verb.Name, run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verbs_that_write_wait_for_no_server_but_say_so()
    {
        using var server = new Database.Sqlite.SqliteEngine($"Data Source={_file}").TakeOwnership();
        foreach (var line in new[] { "migrate", "create-user --user li.na --name 李娜 --role Rep" })
        {
            var run = await RunAsync(line);
            Assert.Equal(1, run.Code);
            Assert.Contains("in use", run.Error, StringComparison.Ordinal);
        }

        Assert.Equal(0, (await RunAsync("check")).Code);
        Assert.Equal(0, (await RunAsync($"backup {_folder}/beside.db")).Code);
    }

    [Fact]
    public async Task A_backup_is_whole_and_never_takes_the_place_of_another()
    {
        var copy = Path.Combine(_folder, "copy.db");
        Assert.Equal(0, (await RunAsync($"backup {copy}")).Code);
        Assert.Equal(await ScalarAsync("SELECT COUNT(*) || '' FROM AuditEntries"), await ScalarAsync("SELECT COUNT(*) || '' FROM AuditEntries", copy));
        Assert.Equal(["copy.db", "crm.db"], Directory.GetFiles(_folder).Select(Path.GetFileName).Where(name => !name!.EndsWith("-shm", StringComparison.Ordinal) && !name.EndsWith("-wal", StringComparison.Ordinal)).Order());
        Assert.Equal(1, (await RunAsync($"backup {copy}")).Code);
        Assert.Equal(1, (await RunAsync($"backup {_folder}/nowhere/copy.db")).Code);
    }

    [Fact]
    public async Task Check_finds_a_reach_that_is_wrong()
    {
        await ExecuteAsync("INSERT INTO Reaches (ActorId, UserId) VALUES (4, 7); DELETE FROM Reaches WHERE ActorId = 3 AND UserId = 4;");
        var run = await RunAsync("check");
        Assert.Equal(1, run.Code);
        Assert.Contains("reach: user 3 should see the records of user 4", run.Out, StringComparison.Ordinal);
        Assert.Contains("reach: user 4 should not see the records of user 7", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_finds_a_reference_to_nothing()
    {
        await ExecuteAsync("PRAGMA foreign_keys=OFF; UPDATE Users SET TeamId = 77 WHERE Id = 4;");
        var run = await RunAsync("check");
        Assert.Equal(1, run.Code);
        Assert.Contains("integrity: Users row 4 points to a missing Teams", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_refuses_a_database_that_a_verb_is_writing()
    {
        await using var app = await CrmApp.CreateAsync();
        using var held = app.Database.Engine.TakeOwnership();
        if (app.Database.Engine.HasOneOwner)
        {
            Assert.ThrowsAny<Exception>(() => app.Visit());
        }
    }

    private async Task<(int Code, string Out, string Error)> RunAsync(string line, string input = "")
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var settings = new Dictionary<string, string?> { ["ConnectionStrings:SalesCrm"] = $"Data Source={_file};Pooling=False", ["Database:Provider"] = "Sqlite", ["SignIn:HashRounds"] = "1" };
        var code = await Verbs.RunAsync(line.Split(' '), new StringReader(input), output, error, settings);
        return (code, output.ToString(), error.ToString());
    }

    private async Task ExecuteAsync(string sql) => await WithCommandAsync(_file, sql, command => command.ExecuteNonQueryAsync());

    private Task<string?> ScalarAsync(string sql, string? file = null) => WithCommandAsync(file ?? _file, sql, async command => (string?)await command.ExecuteScalarAsync());

    private static async Task<T> WithCommandAsync<T>(string file, string sql, Func<SqliteCommand, Task<T>> run)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await run(command);
    }
}
