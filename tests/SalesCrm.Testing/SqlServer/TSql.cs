using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace SalesCrm.Testing.SqlServer;

/// <summary>
/// Reads T-SQL with SQL Server's own grammar, without a server. It knows syntax, and a few rules beyond it (<see cref="TSqlRules"/>); whether a
/// table or column exists is not checked. The grammar is that of SQL Server 2019 (compatibility level 150); newer syntax is an error.
/// </summary>
internal static class TSql
{
    /// <summary>What SQL Server would not accept, one entry per error with its place and line; empty for a sound script.</summary>
    /// <param name="script">One or more batches, divided by <c>GO</c> lines.</param>
    public static IReadOnlyList<string> ErrorsIn(string script)
    {
        using var reader = new StringReader(script);
        var tree = new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        var lines = script.ReplaceLineEndings("\n").Split('\n');
        var rules = new TSqlRules();
        if (errors.Count == 0)
        {
            tree.Accept(rules);
        }

        return [.. errors.Select(error => (error.Line, error.Column, error.Message)).Concat(rules.Errors)
            .Select(error => $"line {error.Line}, column {error.Column}: {error.Message}\n    {lines[error.Line - 1].Trim()}")];
    }

    /// <summary>Fails the test with every error of the script; <paramref name="what"/> says whose script it is.</summary>
    /// <exception cref="NotTSqlException">There are errors.</exception>
    public static void AssertSound(string script, string what)
    {
        var errors = ErrorsIn(script);
        if (errors.Count > 0)
        {
            throw new NotTSqlException($"{what} is not T-SQL:\n{string.Join('\n', errors)}\n\n{script}");
        }
    }
}

/// <summary>SQL Server would not carry out what SQLite does.</summary>
public sealed class NotTSqlException(string message, Exception? cause = null) : Exception(message, cause);
