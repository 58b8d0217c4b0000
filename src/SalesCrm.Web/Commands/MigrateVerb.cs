namespace SalesCrm.Web.Commands;

internal static class MigrateVerb
{
    public static Verb Verb { get; } = new("migrate", "", "Creates the database or brings it to this version.", DatabaseUse.Alone, async (call, _) =>
    {
        // The host has done it before the verb runs.
        await call.Error.WriteLineAsync("The database is at this version.");
        return 0;
    });
}
