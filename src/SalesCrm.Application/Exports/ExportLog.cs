using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Exports;

/// <summary>Who took what out, when and why; an admin sees everybody's, others their own.</summary>
public sealed class ExportLog(CrmDbContext db)
{
    public const int Shown = 100;

    /// <summary>One export. The instant is UTC.</summary>
    public sealed record Line(DateTime At, string? Person, string What, int Rows, string Reason, string? Filter);

    public async Task<IReadOnlyList<Line>> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Act == AuditAct.Exported && entry.Subject == "Export" && (actor.SeesEverything || entry.UserId == actor.UserId))
            .OrderByDescending(entry => entry.Id).Take(Shown)
            .Select(entry => new { entry.At, Person = db.Users.Where(user => user.Id == entry.UserId).Select(user => user.DisplayName).FirstOrDefault(), entry.Changes })
            .ToListAsync(cancellationToken);
        return entries.ConvertAll(entry =>
        {
            var details = JsonSerializer.Deserialize<JsonElement>(entry.Changes ?? "{}");
            return new Line(entry.At, entry.Person, TextOf(details, "What") ?? "", details.TryGetProperty("Rows", out var rows) ? rows.GetInt32() : 0, TextOf(details, "Reason") ?? "", TextOf(details, "Filter"));
        });
    }

    private static string? TextOf(JsonElement details, string name) => !details.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
}
