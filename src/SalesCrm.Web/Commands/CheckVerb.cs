using SalesCrm.Application.Database;
using SalesCrm.Web.Hosting;

namespace SalesCrm.Web.Commands;

internal static class CheckVerb
{
    public static Verb Verb { get; } = new(
        "check",
        "",
        "Checks the database and computes every stored figure a second time; names what differs and changes nothing.",
        DatabaseUse.Beside,
        RunAsync);

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var upkeep = call.Get<DatabaseUpkeep>();
        if (!await upkeep.IsUpToDateAsync(cancellationToken))
        {
            throw new SettingException("The database is not at this version: run the verb \"migrate\" first.");
        }

        var problems = (await upkeep.CheckIntegrityAsync(cancellationToken)).Select(line => $"integrity: {line}")
            .Concat(await upkeep.CheckFiguresAsync(cancellationToken)).ToList();
        foreach (var problem in problems)
        {
            await call.Out.WriteLineAsync(problem);
        }

        await call.Error.WriteLineAsync(problems.Count == 0 ? "All is well." : $"{problems.Count} difference(s).");
        return problems.Count == 0 ? 0 : 1;
    }
}
