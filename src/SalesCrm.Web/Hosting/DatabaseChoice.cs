using Microsoft.Data.Sqlite;
using SalesCrm.Application.Database;
using SalesCrm.Database.Sqlite;
using SalesCrm.Database.SqlServer;

namespace SalesCrm.Web.Hosting;

/// <summary>Which engine and where, by configuration.</summary>
public static class DatabaseChoice
{
    /// <exception cref="SettingException">The settings name no engine or no database.</exception>
    public static DatabaseEngine Engine(IConfiguration settings, string contentRoot)
    {
        var connection = settings.GetConnectionString("SalesCrm");
        var provider = settings["Database:Provider"] is { Length: > 0 } named ? named : "Sqlite";
        try
        {
            return Engine(provider, connection, settings.GetValue<int?>("Database:MaxBatchSize"), contentRoot);
        }
        catch (ArgumentException exception)
        {
            throw new SettingException($"ConnectionStrings__SalesCrm is no connection string for {provider}: {exception.Message}");
        }
    }

    private static DatabaseEngine Engine(string provider, string? connection, int? maxBatchSize, string contentRoot) => provider.ToUpperInvariant() switch
    {
        "SQLITE" => new SqliteEngine(Placed(connection is { Length: > 0 } ? connection : "Data Source=data/salescrm.db", contentRoot)),
        "SQLSERVER" when connection is { Length: > 0 } => new SqlServerEngine(connection, maxBatchSize),
        "SQLSERVER" => throw new SettingException("ConnectionStrings__SalesCrm is missing: the connection string of the SQL Server database."),
        _ => throw new SettingException($"Database__Provider is \"{provider}\"; it can be Sqlite or SqlServer."),
    };

    private static string Placed(string connection, string contentRoot)
    {
        var settings = new SqliteConnectionStringBuilder(connection);
        if (settings.DataSource is not ("" or ":memory:") && !settings.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            settings.DataSource = Path.GetFullPath(settings.DataSource, contentRoot);
        }

        return settings.ToString();
    }
}

/// <summary>A setting that the program cannot run with; the message is for whoever installs it.</summary>
public sealed class SettingException(string message) : Exception(message);
