using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace SalesCrm.Application.Database;

/// <summary>Who changed a record last and what stood there before, for the page that shows two versions of it.</summary>
public sealed class LastChange(CrmDbContext db)
{
    /// <summary>So many entries may lie between the opening of a form and its sending.</summary>
    private const int Looked = 30;

    /// <param name="Who">His name; null for the system.</param>
    /// <param name="At">UTC.</param>
    /// <param name="Before">Property → what it held before the latest changes, as <see cref="Plain"/> text.</param>
    public sealed record Change(string? Who, DateTime? At, ILookup<string, string> Before);

    /// <param name="subject">The entity's class name.</param>
    /// <param name="id">The record.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Change> FindAsync(string subject, long id, CancellationToken cancellationToken)
    {
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Subject == subject && entry.SubjectId == id)
            .OrderByDescending(entry => entry.Id).Take(Looked)
            .Select(entry => new { entry.At, entry.Act, entry.Changes, Who = db.Users.Where(user => user.Id == entry.UserId).Select(user => user.DisplayName).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        var last = entries.FirstOrDefault();
        var before = entries.Where(entry => entry is { Act: AuditAct.Changed, Changes: not null }).SelectMany(entry => OldOf(entry.Changes!));
        return new(last?.Who, last?.At, before.ToLookup(old => old.Property, old => old.Value));
    }

    /// <summary>A value in the one writing in which values of forms and of the audit trail are compared; empty for none.</summary>
    public static string Plain(string? value)
        => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.####", CultureInfo.InvariantCulture) : value ?? "";

    private static IEnumerable<(string Property, string Value)> OldOf(string changes)
    {
        using var document = JsonDocument.Parse(changes);
        return document.RootElement.EnumerateObject().Select(pair => (pair.Name, Plain(TextOf(pair.Value[0])))).ToList();
    }

    private static string? TextOf(JsonElement old) => old.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.String => old.GetString(),
        _ => old.GetRawText(),
    };
}
