using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Exports;

/// <summary>Who took what out, when and why; an admin sees everybody's, others their own.</summary>
public sealed class ExportLog(CrmDbContext db, ConditionWords words)
{
    public const int Shown = 100;

    /// <summary>One export. The instant is UTC; the filter is what narrowed it, in words.</summary>
    public sealed record Line(DateTime At, string? Person, string What, int Rows, string Reason, IReadOnlyList<Text> Filter);

    public async Task<IReadOnlyList<Line>> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Act == AuditAct.Exported && entry.Subject == "Export" && (actor.SeesEverything || entry.UserId == actor.UserId))
            .OrderByDescending(entry => entry.Id).Take(Shown)
            .Select(entry => new { entry.At, Person = db.Users.Where(user => user.Id == entry.UserId).Select(user => user.DisplayName).FirstOrDefault(), entry.Changes })
            .ToListAsync(cancellationToken);
        var (lines, filters) = (new List<Line>(), new LoggedFilter(db, words, actor));
        foreach (var entry in entries)
        {
            var details = JsonSerializer.Deserialize<JsonElement>(entry.Changes ?? "{}");
            var what = TextOf(details, "What");
            var filter = details.TryGetProperty("Filter", out var logged) ? await filters.SayAsync(what, logged, cancellationToken) : [];
            lines.Add(new Line(entry.At, entry.Person, what, details.TryGetProperty("Rows", out var rows) ? rows.GetInt32() : 0, TextOf(details, "Reason"), filter));
        }

        return lines;
    }

    private static string TextOf(JsonElement details, string name) => details.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
