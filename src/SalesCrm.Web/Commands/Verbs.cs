using SalesCrm.Application.Database;
using SalesCrm.Web.Hosting;

namespace SalesCrm.Web.Commands;

/// <summary>The verbs that there are, and how one is carried out. Without a verb the program serves.</summary>
public static class Verbs
{
    public static IReadOnlyList<Verb> All { get; } =
    [
        MigrateVerb.Verb,
        CreateUserVerb.Verb,
        ImportVerb.Verb,
        ExportVerb.Verb,
        SeedDemoVerb.Verb,
        BackupVerb.Verb,
        CheckVerb.Verb,
    ];

    /// <summary>Settings of the server begin with a dash; a verb does not.</summary>
    public static bool AreAsked(string[] args) => args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h");

    public static Task<int> RunAsync(string[] args) => RunAsync(args, Console.In, Console.Out, Console.Error, null);

    /// <param name="args">The verb and what follows.</param>
    /// <param name="input">Where a password is read from.</param>
    /// <param name="output">Results.</param>
    /// <param name="error">Words about them.</param>
    /// <param name="settings">Settings beyond those of files and environment, for tests.</param>
    public static async Task<int> RunAsync(string[] args, TextReader input, TextWriter output, TextWriter error, IReadOnlyDictionary<string, string?>? settings)
    {
        if (args[0] is "help" or "--help" or "-h")
        {
            await output.WriteAsync(Help);
            return 0;
        }

        if (All.FirstOrDefault(verb => verb.Name == args[0]) is not { } verb)
        {
            await error.WriteLineAsync($"There is no verb {args[0]}.\n{Help}");
            return 2;
        }

        try
        {
            var arguments = VerbArguments.Read(verb, args[1..]);
            await using var host = VerbHost.Build(settings);
            return await host.RunAsync(verb, arguments, input, output, error);
        }
        catch (UsageException exception)
        {
            await error.WriteLineAsync($"{exception.Message}\nUsage: {verb.Name} {verb.Usage}");
            return 2;
        }
        catch (DatabaseInUseException exception)
        {
            await error.WriteLineAsync($"{exception.Message} Stop it first, or do this in the browser.");
            return 1;
        }
        catch (Exception exception) when (exception is SettingException or DatabaseUnreachableException)
        {
            await error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static string Help => $"""
        SalesCrm. Without a verb it serves.

        {string.Join("\n", All.Select(verb => $"  {verb.Name} {verb.Usage}\n      {verb.Summary}"))}

        Exit codes: 0 done, 1 refused or something found, 2 wrong words. Settings come from the environment, as for the server.

        """;
}
