using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Areas;

/// <summary>Switches areas off and on. What was recorded in them stays.</summary>
public sealed class SwitchAreas(CrmDbContext db)
{
    public sealed record Input
    {
        /// <summary>The areas that are on; all others go off.</summary>
        public List<Area> On { get; set; } = [];
    }

    public Task<Outcome> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
        => actor.Role != Role.Admin ? Task.FromResult(Outcome.NotFound()) : db.InTransactionAsync(actor, async token =>
        {
            var off = await db.AreaSwitches.ToListAsync(token);
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
        }, cancellationToken);
}
