namespace SalesCrm.Web.Commands;

/// <summary>What a verb needs of the database before it runs.</summary>
public enum DatabaseUse
{
    /// <summary>Alone and at this version; refused while the server runs on SQLite.</summary>
    Alone,

    /// <summary>Beside a running server, because it only reads.</summary>
    Beside,
}

/// <summary>One thing that the program does from the command line.</summary>
/// <param name="Name">The first word after the program.</param>
/// <param name="Usage">What follows it, for the help: <c>FILE [--dry-run]</c>.</param>
/// <param name="Summary">One English sentence for the help.</param>
/// <param name="Use">What it needs of the database.</param>
/// <param name="Run">Does it and returns the exit code: 0 done, 1 refused or something found, 2 wrong words.</param>
public sealed record Verb(string Name, string Usage, string Summary, DatabaseUse Use, Func<VerbCall, CancellationToken, Task<int>> Run)
{
    /// <summary>Words without a name that it takes at least and at most.</summary>
    public (int Least, int Most) Words { get; init; }

    /// <summary>Names that are followed by a value.</summary>
    public string[] Options { get; init; } = [];

    /// <summary>Names that stand alone.</summary>
    public string[] Flags { get; init; } = [];
}

/// <summary>A verb as it was called. Results go to <paramref name="Out"/>, words about them to <paramref name="Error"/>.</summary>
/// <param name="Services">A scope with use cases and readers.</param>
public sealed record VerbCall(VerbArguments Arguments, IServiceProvider Services, TextReader In, TextWriter Out, TextWriter Error, bool IsDevelopment)
{
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Says why and returns the exit code for a refusal.</summary>
    public async Task<int> RefuseAsync(string why)
    {
        await Error.WriteLineAsync(why);
        return 1;
    }
}

/// <summary>Words on the command line that make no sense.</summary>
public sealed class UsageException(string message) : Exception(message);
