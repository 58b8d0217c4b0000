using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Settings;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Areas;

/// <summary>Switches areas off and on. What was recorded in them stays.</summary>
public sealed class SwitchAreas(CrmDbContext db)
{
    private static readonly Text Changed = "功能开关刚被别人改过，请核对后再保存";

    public sealed record Input : SettingInput
    {
        /// <summary>The areas that are on; all others go off.</summary>
        public List<Area> On { get; set; } = [];
    }

    /// <summary>As the form shows them.</summary>
    public async Task<Input> FormAsync(CancellationToken cancellationToken)
    {
        var off = (await db.AreaSwitches.AsNoTracking().Select(area => area.Area).ToListAsync(cancellationToken)).ToHashSet();
        return new Input { On = [.. AreaPlans.All.Select(plan => plan.Area).Where(area => !off.Contains(area))], Version = VersionOf(off) };
    }

    public async Task<Outcome> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role != Role.Admin)
        {
            return Outcome.NotFound();
        }

        try
        {
            return await db.InTransactionAsync(actor, token => SwitchAsync(input, token), cancellationToken);
        }
        catch (DbUpdateException refused) when (refused is DbUpdateConcurrencyException || db.Engine.IsUniqueViolation(refused))
        {
            return Outcome.Conflict(Changed);
        }
    }

    private async Task<Outcome> SwitchAsync(Input input, CancellationToken cancellationToken)
    {
        var off = await db.AreaSwitches.ToListAsync(cancellationToken);
        if (VersionOf(off.Select(row => row.Area)) != input.Version)
        {
            return Outcome.Conflict(Changed);
        }

        var changes = new Dictionary<string, bool[]>();
        foreach (var area in AreaPlans.All.Select(plan => plan.Area))
        {
            var (isOn, row) = (input.On.Contains(area), off.Find(one => one.Area == area));
            if (isOn == (row is null))
            {
                continue;
            }

            changes[area.ToString()] = [!isOn, isOn];
            if (row is null)
            {
                db.AreaSwitches.Add(new AreaSwitch { Area = area });
            }
            else
            {
                db.AreaSwitches.Remove(row);
            }
        }

        if (changes.Count > 0)
        {
            db.Audit(AuditAct.Changed, nameof(Area), 0, changes);
        }

        return Outcome.Done();
    }

    /// <summary>The switches are few and have no row that is always there: which of them are off is itself the version. Never empty, so that a post without one changes nothing.</summary>
    private static Guid VersionOf(IEnumerable<Area> off) => new(off.Aggregate(0, (all, area) => all | (1 << (int)area)), 1, 0, new byte[8]);
}
