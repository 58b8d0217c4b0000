using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Settings;

/// <summary>A setting that is one whole number.</summary>
/// <param name="Name">Its name among the settings.</param>
/// <param name="Default">What counts until somebody sets it.</param>
internal sealed record NumberSetting(string Name, int Default)
{
    public async Task<int> ReadAsync(CrmDbContext db, CancellationToken cancellationToken)
        => int.TryParse(
            await db.Settings.AsNoTracking().Where(setting => setting.Name == Name).Select(setting => setting.Value).SingleOrDefaultAsync(cancellationToken),
            NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Default;

    public Task<Outcome> SaveAsync(CrmDbContext db, int number, Actor actor, CancellationToken cancellationToken) => db.InTransactionAsync(actor, async token =>
    {
        var value = number.ToString(CultureInfo.InvariantCulture);
        if (await db.Settings.SingleOrDefaultAsync(setting => setting.Name == Name, token) is { } stored)
        {
            stored.Value = value;
        }
        else
        {
            db.Settings.Add(new Setting { Name = Name, Value = value });
        }

        return Outcome.Done();
    }, cancellationToken);
}
