using System.Text.Json;
using SalesCrm.Application.Database;
using SalesCrm.Application.Demo;
using SalesCrm.Application.Users;
using SalesCrm.Web.Hosting;

namespace SalesCrm.Web.Commands;

internal static class SeedDemoVerb
{
    public static Verb Verb { get; } = new(
        "seed-demo",
        "[--customers N] [--seed S] [--password-stdin]",
        "Fills a database without customers with an invented company. Its people can sign in with the given password; without one only in Development.",
        DatabaseUse.Alone,
        RunAsync)
    {
        Options = ["customers", "seed"],
        Flags = ["password-stdin"],
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var customers = call.Arguments.Number("customers", Startup.DemoCustomers, 0, 1_000_000);
        var seed = call.Arguments.Number("seed", Startup.DemoSeed, 0, int.MaxValue);
        var password = call.Arguments.Has("password-stdin") ? await call.In.ReadLineAsync(cancellationToken) : call.IsDevelopment ? CreateDemoPeople.Password : null;
        await call.Get<CreateDemoPeople>().ExecuteAsync(password, cancellationToken);
        var progress = new Progress(call.Error);
        if (!await call.Get<SeedDemo>().RunAsync(customers, seed, progress, cancellationToken))
        {
            return await call.RefuseAsync("There are customers already; nothing was added.");
        }

        await call.Get<DatabaseUpkeep>().LearnAsync(cancellationToken);
        await call.Out.WriteLineAsync(JsonSerializer.Serialize(new { customers, seed }, JsonOutput.Options));
        return 0;
    }

    /// <summary>A line for every ten thousand.</summary>
    private sealed class Progress(TextWriter error) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value % 10_000 == 0)
            {
                error.WriteLine($"{value} customers");
            }
        }
    }
}
