using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Settings;

/// <summary>Rules of a feature, kept as one setting.</summary>
/// <param name="Name">Its name among the settings.</param>
/// <param name="Default">What counts until somebody saves other ones.</param>
internal sealed record StoredSetting<T>(string Name, T Default)
    where T : class
{
    public T Of(string? json) => json is null ? Default : JsonSerializer.Deserialize<T>(json) ?? Default;

    public Setting Row(T value) => new() { Name = Name, Value = JsonSerializer.Serialize(value) };

    public async Task<T> ReadAsync(CrmDbContext db, CancellationToken cancellationToken)
        => Of(await db.Settings.AsNoTracking().Where(setting => setting.Name == Name).Select(setting => setting.Value).SingleOrDefaultAsync(cancellationToken));

    /// <summary>With the version that a form carries; empty for what was never saved.</summary>
    public async Task<(T Value, Guid Version)> FormAsync(CrmDbContext db, CancellationToken cancellationToken)
    {
        var stored = await db.Settings.AsNoTracking().Where(setting => setting.Name == Name).Select(setting => new { setting.Value, setting.Version }).SingleOrDefaultAsync(cancellationToken);
        return (Of(stored?.Value), stored?.Version ?? Guid.Empty);
    }

    /// <summary>Puts down what follows from the value before, unless somebody else did since <paramref name="version"/>: then null. The caller saves.</summary>
    public async Task<T?> PutAsync(CrmDbContext db, Guid version, Func<T, T> change, CancellationToken cancellationToken)
    {
        var setting = await db.Settings.SingleOrDefaultAsync(row => row.Name == Name, cancellationToken);
        if ((setting?.Version ?? Guid.Empty) != version)
        {
            return null;
        }

        var value = change(Of(setting?.Value));
        if (setting is null)
        {
            db.Settings.Add(Row(value));
        }
        else
        {
            setting.Value = JsonSerializer.Serialize(value);
        }

        return value;
    }
}
