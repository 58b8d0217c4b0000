using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Settings;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Attachments;

/// <summary>How much room the files of one customer may take together, and how much all take now.</summary>
public sealed class AttachmentLimit(CrmDbContext db)
{
    public const int DefaultMegabytes = 500;
    public const int MostMegabytes = 100_000;

    private static readonly NumberSetting Total = new("attachments.total", DefaultMegabytes);

    /// <param name="Megabytes">The limit for each customer.</param>
    /// <param name="Files">How many files there are.</param>
    /// <param name="Bytes">What all of them take.</param>
    /// <param name="Largest">Bytes of the customer who has most.</param>
    public sealed record Standing(int Megabytes, int Files, long Bytes, long Largest);

    /// <summary>Null for whoever may not set it.</summary>
    public async Task<Standing?> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role != Role.Admin)
        {
            return null;
        }

        var files = db.Attachments.Where(file => file.ArchivedAt == null);
        var largest = await files.GroupBy(file => file.CustomerId).Select(group => group.Sum(file => file.Size)).OrderByDescending(bytes => bytes).FirstOrDefaultAsync(cancellationToken);
        return new(await Total.ReadAsync(db, cancellationToken), await files.CountAsync(cancellationToken), await files.SumAsync(file => file.Size, cancellationToken), largest);
    }

    public async Task<Outcome> SaveAsync(int? megabytes, Actor actor, CancellationToken cancellationToken)
        => actor.Role != Role.Admin ? Outcome.Forbidden("只有管理员可以修改附件限额")
            : megabytes is not (>= 1 and <= MostMegabytes) ? Outcome.Invalid("Megabytes", new Text("应在 {0} 至 {1} 之间", 1, MostMegabytes))
            : await Total.SaveAsync(db, megabytes.Value, actor, cancellationToken);

    internal static Task<int> MegabytesAsync(CrmDbContext db, CancellationToken cancellationToken) => Total.ReadAsync(db, cancellationToken);
}
