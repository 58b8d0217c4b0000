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

    private static readonly NumberSetting Days = new("trials.days", DefaultDays);

    public Task<int> DaysAsync(CancellationToken cancellationToken) => Days.ReadAsync(db, cancellationToken);

    public async Task<Outcome> SaveAsync(int? days, Actor actor, CancellationToken cancellationToken)
        => actor.Role != Role.Admin ? Outcome.Forbidden("只有管理员可以修改试用天数")
            : days is not (>= 1 and <= MostDays) ? Outcome.Invalid("Days", new Text("应在 {0} 至 {1} 之间", 1, MostDays))
            : await Days.SaveAsync(db, days.Value, actor, cancellationToken);
}
