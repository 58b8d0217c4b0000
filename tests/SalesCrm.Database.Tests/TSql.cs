using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace SalesCrm.Database.Tests;

/// <summary>
/// Reads T-SQL with SQL Server's own grammar, without a server. It knows syntax only: whether a table or column exists is not
/// checked. The grammar is that of SQL Server 2019 (compatibility level 150); newer syntax is reported as an error.
/// </summary>
internal static class TSql
{
    /// <summary>What the grammar does not accept, one entry per error with its place and line; empty for a sound script.</summary>
    /// <param name="script">One or more batches, divided by <c>GO</c> lines.</param>
    public static IReadOnlyList<string> ErrorsIn(string script)
    {
        using var reader = new StringReader(script);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        var lines = script.ReplaceLineEndings("\n").Split('\n');
        return [.. errors.Select(error => $"line {error.Line}, column {error.Column}: {error.Message}\n    {lines[error.Line - 1].Trim()}")];
    }

    /// <summary>Fails the test with every error of the script; <paramref name="what"/> says whose script it is.</summary>
    public static void AssertSound(string script, string what)
    {
        var errors = ErrorsIn(script);
        Assert.True(errors.Count == 0, $"{what} is not T-SQL:\n{string.Join('\n', errors)}");
    }
}
