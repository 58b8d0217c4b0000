using System.Globalization;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Settings;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Exports;

/// <summary>Whoever takes data out says why, is written down with time, rows and reason, and a rep takes no more than the cap.</summary>
public sealed class ExportRules(CrmDbContext db, NoteAccess accesses)
{
    /// <summary>The setting's name.</summary>
    public const string CapSetting = "exports.cap";

    /// <summary>Rows that a rep may take out at once unless the admin set another cap.</summary>
    public const int DefaultCap = 2_000;

    private static readonly NumberSetting Cap = new(CapSetting, DefaultCap);

    private const int LongestReason = 200;

    /// <summary>The watermark of a workbook: whose copy it is, and of when.</summary>
    internal static string MarkOf(Actor actor, CompanyClock clock)
        => string.Create(CultureInfo.InvariantCulture, $"SalesCrm · {actor.Name} · {clock.LocalOf(clock.UtcNow):yyyy-MM-dd HH:mm}");

    /// <summary>Null for those without a cap.</summary>
    public async Task<int?> CapForAsync(Actor actor, CancellationToken cancellationToken)
        => actor.Role is Role.Admin or Role.Manager ? null : await Cap.ReadAsync(db, cancellationToken);

    /// <summary>Writes down that the figures of a period are taken out by the command line.</summary>
    public Task<Outcome> AllowFiguresAsync(Period period, int rows, Actor actor, CancellationToken cancellationToken)
        => AllowAsync("指标", new { Period = period.ToString() }, "命令行导出", rows, [], actor, cancellationToken);

    /// <summary>Checks right, reason and cap, and writes the export down before its first row leaves.</summary>
    /// <param name="what">The list or template.</param>
    /// <param name="filter">What narrows it.</param>
    /// <param name="reason">Why it is taken out.</param>
    /// <param name="rows">How many rows leave.</param>
    /// <param name="customerIds">Whose rows they are; the confidential ones among them note it.</param>
    /// <param name="actor">Who takes them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    internal async Task<Outcome> AllowAsync(string what, object? filter, string? reason, int rows, IReadOnlyCollection<IQueryable<long>> customerIds, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role is not (Role.Admin or Role.Manager or Role.Rep))
        {
            return Outcome.Forbidden("您没有导出的权限");
        }

        var words = CleanText.ReadLine(reason, LongestReason);
        if (words.IsRefused || words.Value is null)
        {
            return Outcome.Invalid("Reason", words.Problem ?? "请写明导出的原因，导出会被记录");
        }

        if (await CapForAsync(actor, cancellationToken) is { } cap && rows > cap)
        {
            return Outcome.Invalid("Reason", new Text("一次最多导出 {0} 行，现在是 {1} 行，请缩小范围或请经理导出", cap, rows));
        }

        await db.InTransactionAsync(actor, async token =>
        {
            db.Audit(AuditAct.Exported, "Export", 0, new { What = what, Rows = rows, Reason = words.Value, Filter = filter });
            foreach (var ids in customerIds)
            {
                await accesses.ExportedAsync(ids, words.Value, rows, actor, token);
            }

            return 0;
        }, cancellationToken);
        return Outcome.Done();
    }
}
