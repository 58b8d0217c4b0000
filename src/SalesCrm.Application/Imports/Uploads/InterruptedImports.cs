using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Imports.Uploads;

/// <summary>Says of imports that a crash cut off that nothing of them was written; called when the program starts.</summary>
public sealed class InterruptedImports(CrmDbContext db)
{
    /// <summary>Another node may still be at work on a younger one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        var before = db.Engine.HasOneOwner ? db.Now : db.Now - Patience;
        var cut = await db.Imports.Where(import => (import.State == ImportState.Checking || import.State == ImportState.Committing) && import.StartedAt <= before).ToListAsync(cancellationToken);
        foreach (var import in cut)
        {
            (import.State, import.FinishedAt) = (ImportState.Failed, db.Now);
            import.Problem = StoredText.Write("程序中途停止，没有写入任何数据，可以重新试运行");
        }

        if (cut.Count > 0)
        {
            await db.SaveAsync(Actor.System, cancellationToken);
        }
    }
}
