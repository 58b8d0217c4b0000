using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Settings;

/// <summary>Rules of a feature, kept as one setting; the record's own defaults stand where nothing was saved.</summary>
internal static class StoredSetting
{
    public static T Of<T>(string? json)
        where T : class, new()
        => json is null ? new T() : JsonSerializer.Deserialize<T>(json) ?? new T();

    public static async Task<T> ReadAsync<T>(CrmDbContext db, string name, CancellationToken cancellationToken)
        where T : class, new()
        => Of<T>(await db.Settings.AsNoTracking().Where(setting => setting.Name == name).Select(setting => setting.Value).SingleOrDefaultAsync(cancellationToken));

    /// <summary>With the version that a form carries; empty for what was never saved.</summary>
    public static async Task<(T Value, Guid Version)> FormAsync<T>(CrmDbContext db, string name, CancellationToken cancellationToken)
        where T : class, new()
    {
        var stored = await db.Settings.AsNoTracking().Where(setting => setting.Name == name).Select(setting => new { setting.Value, setting.Version }).SingleOrDefaultAsync(cancellationToken);
        return (Of<T>(stored?.Value), stored?.Version ?? Guid.Empty);
    }

    /// <summary>Puts it down unless somebody else did since <paramref name="version"/>; the caller saves.</summary>
    public static async Task<bool> PutAsync<T>(CrmDbContext db, string name, T value, Guid version, CancellationToken cancellationToken)
        where T : class, new()
    {
        var (setting, json) = (await db.Settings.SingleOrDefaultAsync(row => row.Name == name, cancellationToken), JsonSerializer.Serialize(value));
        if ((setting?.Version ?? Guid.Empty) != version)
        {
            return false;
        }

        if (setting is null)
        {
            db.Settings.Add(new Setting { Name = name, Value = json });
        }
        else
        {
            setting.Value = json;
        }

        return true;
    }
}
