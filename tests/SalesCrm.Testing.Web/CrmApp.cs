using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SalesCrm.Application.Database;
using SalesCrm.Testing.SqlServer;

namespace SalesCrm.Testing.Web;

/// <summary>
/// The web program on a private copy of the told <see cref="World"/>, with that database's standing clock. Limits on how often one
/// may ask are lifted and passwords hashed quickly, unless a test says otherwise.
/// </summary>
public sealed class CrmApp : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string?> _settings;
    private readonly string _environment;

    private CrmApp(TestDatabase database, string environment, IReadOnlyDictionary<string, string?>? settings)
    {
        Database = database;
        _environment = environment;
        _settings = new Dictionary<string, string?>
        {
            ["SignIn:HashRounds"] = "1",
            ["SignIn:FailuresPerMinute"] = "1000000",
            ["RateLimits:LoginsPerMinute"] = "1000000",
            ["RateLimits:SearchesPerMinute"] = "1000000",
            ["RateLimits:ExportsPerHour"] = "1000000",
            ["RateLimits:ImportsPerHour"] = "1000000",
            ["RateLimits:FormPostsPerMinute"] = "1000000",
            ["RateLimits:PostsPerFormAndMinute"] = "1000000",
            ["RateLimits:RequestsPerMinute"] = "1000000",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
        {
            _settings[name] = value;
        }
    }

    public TestDatabase Database { get; }

    public FixedClock Clock => Database.Clock;

    /// <summary>How many commands the database was sent since it was last set to zero.</summary>
    public CommandCount Commands { get; } = new();

    /// <summary>What the program has logged; warnings and worse, unless a test sets other levels.</summary>
    public CapturedLog Log { get; } = new();

    public static async Task<CrmApp> CreateAsync(IReadOnlyDictionary<string, string?>? settings = null, string environment = "Testing")
        => new(await TestDatabase.CreateAsync(), environment, settings);

    /// <summary>Somebody who is not signed in.</summary>
    public Visitor Visit(string address = "http://localhost")
        => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri(address) }));

    /// <summary>Somebody of <see cref="World.People"/> in a browser of his own.</summary>
    public async Task<Visitor> SignInAs(string userName, string password = World.Password)
    {
        var visitor = Visit();
        using var answer = await visitor.PostForm("/account/login", ("UserName", userName), ("Password", password));
        return answer.StatusCode == System.Net.HttpStatusCode.Redirect
            ? visitor
            : throw new InvalidOperationException($"{userName} could not sign in: {answer.StatusCode}\n{await answer.Content.ReadAsStringAsync()}");
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(_settings));
        return base.CreateHost(builder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);

        // Only Development finds by itself the assets that a build leaves in the web project's folder.
        builder.UseSetting(WebHostDefaults.StaticWebAssetsKey, AssetManifest());
        builder.UseStaticWebAssets();
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton(Database.Engine));
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.AddSingleton<ILoggerProvider>(Log);
            services.AddSingleton<IStartupFilter, TestAddress>();
            services.ConfigureDbContext<CrmDbContext>(options => options.AddInterceptors(Commands, SqlServerTwin.Instance));
        });
    }

    private static string AssetManifest()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var root = output.Parent!.Parent!.Parent!.Parent!.Parent!;
        return Path.Combine(root.FullName, "src", "SalesCrm.Web", "bin", output.Parent.Name, output.Name, "SalesCrm.Web.staticwebassets.runtime.json");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
    }
}
