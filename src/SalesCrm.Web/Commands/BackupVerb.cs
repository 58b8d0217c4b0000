using SalesCrm.Application.Database;

namespace SalesCrm.Web.Commands;

internal static class BackupVerb
{
    public static Verb Verb { get; } = new(
        "backup",
        "FILE",
        "Writes a complete, checked copy of the database to a new file; may run beside the server. With SQL Server the path is one on its machine.",
        DatabaseUse.Beside,
        RunAsync)
    {
        Words = (1, 1),
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var file = call.Arguments.Words[0];
        if (call.Get<DatabaseEngine>().HasOneOwner)
        {
            file = Path.GetFullPath(file);
            if (File.Exists(file))
            {
                return await call.RefuseAsync($"{file} exists already; nothing was written.");
            }

            if (!Directory.Exists(Path.GetDirectoryName(file)))
            {
                return await call.RefuseAsync($"There is no folder {Path.GetDirectoryName(file)}.");
            }
        }

        await call.Get<DatabaseUpkeep>().BackUpAsync(file, cancellationToken);
        await call.Out.WriteLineAsync(file);
        return 0;
    }
}
