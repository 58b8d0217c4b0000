using System.Text.Json;
using Microsoft.Data.Sqlite;
using SalesCrm.Testing;
using SalesCrm.Web.Commands;

namespace SalesCrm.Web.Tests.Commands;

/// <summary>Import and export from the command line.</summary>
public sealed class TransferVerbTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("salescrm-transfer").FullName;
    private string _file = "";

    public async Task InitializeAsync() => File.Move(await TestDatabase.CopyTemplateAsync(), _file = Path.Combine(_folder, "crm.db"));

    public Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Import_prints_what_became_of_the_rows_and_fails_only_for_refused_ones()
    {
        var file = Write("customers.csv", "客户名称,预算\n甲,5万\n乙,-1\n");

        var tried = await RunAsync("import", "customers", file, "--dry-run");
        Assert.Equal((1, """{"created":1,"updated":0,"unchanged":0,"refused":1,"rows":[{"row":3,"field":"Budget","reason":"金额不能为负数：“-1”"}]}"""), (tried.Code, tried.Out.Trim()));
        Assert.Equal(0, (await RunAsync("import", "customers", file, "--allow-refused")).Code);
        var again = JsonDocument.Parse((await RunAsync("import", "customers", file)).Out).RootElement;
        Assert.Equal((0, 1), (again.GetProperty("created").GetInt32(), again.GetProperty("unchanged").GetInt32()));
        Assert.Equal(0, (await RunAsync("check")).Code);
    }

    [Fact]
    public async Task Import_in_somebodys_name_keeps_to_his_scope()
    {
        var file = Write("customers.csv", "客户名称,跟进人\n甲,陈思远\n乙,\n");

        var run = await RunAsync("import", "customers", file, "--as", "rep");

        Assert.Contains("只能写自己或所管团队的人", run.Out, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("import", "customers", file, "--as", "nobody")).Code);
        Assert.Equal(1, (await RunAsync("import", "users", Write("users.csv", "姓名\n新人\n"), "--as", "rep")).Code);
    }

    [Theory]
    [InlineData("import", "planets", "a.csv")]
    [InlineData("import", "customers", "missing.csv")]
    [InlineData("import", "templates", "a.csv")]
    [InlineData("export", "9", "out.xlsx")]
    [InlineData("export", "metrics", "m.csv")]
    public async Task What_cannot_be_is_refused_with_a_reason(string verb, string what, string file)
    {
        Write("a.csv", "客户名称\n甲\n");

        var run = await RunAsync(verb, what, Path.Combine(_folder, file));

        Assert.NotEqual(0, run.Code);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task Export_writes_templates_and_figures()
    {
        await RunAsync("import", "customers", Write("customers.csv", "客户名称\n甲\n"));
        var (book, figures) = (Path.Combine(_folder, "book.xlsx"), Path.Combine(_folder, "m.csv"));

        Assert.Equal(0, (await RunAsync("export", "客户信息管理表", book)).Code);
        Assert.Equal(0, (await RunAsync("export", "metrics", figures, "--period", "2024Q1", "--by", "company")).Code);

        Assert.True(new FileInfo(book).Length > 1000);
        Assert.StartsWith("scope,leads,won_customers,conversion,aov,repurchase,cycle,won_deals,lost_deals,win_rate,deal_size,deal_days", await File.ReadAllTextAsync(figures), StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("import", "templates", book)).Code);
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private async Task<(int Code, string Out, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var settings = new Dictionary<string, string?> { ["Database:Provider"] = "Sqlite", ["ConnectionStrings:SalesCrm"] = $"Data Source={_file}" };
        var code = await Verbs.RunAsync(args, TextReader.Null, output, error, settings);
        return (code, output.ToString(), error.ToString());
    }
}
