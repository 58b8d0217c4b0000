using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Settings;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Trials;

/// <summary>How many days a trial lasts when nobody says otherwise.</summary>
public sealed class TrialSettings(CrmDbContext db)
{
    public const int DefaultDays = 14;
    public const int MostDays = 365;
    private const string SettingName = "trials.days";

    public async Task<int> DaysAsync(CancellationToken cancellationToken)
        => int.TryParse(await db.Settings.AsNoTracking().Where(setting => setting.Name == SettingName).Select(setting => setting.Value).SingleOrDefaultAsync(cancellationToken), CultureInfo.InvariantCulture, out var days) ? days : DefaultDays;

    public async Task<Outcome> SaveAsync(int? days, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role != Role.Admin)
        {
            return Outcome.Forbidden("只有管理员可以修改试用天数");
        }

        if (days is not (>= 1 and <= MostDays))
        {
            return Outcome.Invalid("Days", new Text("应在 {0} 至 {1} 之间", 1, MostDays));
        }

        var value = days.Value.ToString(CultureInfo.InvariantCulture);
        return await db.InTransactionAsync(actor, async token =>
        {
            if (await db.Settings.SingleOrDefaultAsync(setting => setting.Name == SettingName, token) is { } stored)
            {
                stored.Value = value;
            }
            else
            {
                db.Settings.Add(new Setting { Name = SettingName, Value = value });
            }

            return Outcome.Done();
        }, cancellationToken);
    }
}
