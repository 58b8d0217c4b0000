using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Imports.Uploads;

/// <summary>What a person decides about rows whose records were changed here after the download; kept with the import until it is written.</summary>
public sealed class DecideConflicts(CrmDbContext db)
{
    /// <param name="Cells">What was chosen for single cells, by <see cref="NameOf"/>.</param>
    /// <param name="Row">A row of which all cells are decided alike.</param>
    /// <param name="Whole">The choice for that row, or for all rows where none is named.</param>
    public sealed record Input(IReadOnlyDictionary<string, ConflictChoice> Cells, int? Row, ConflictChoice? Whole);

    /// <summary>A cell in forms.</summary>
    public static string NameOf(int row, string field) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row}.{field}");

    public async Task<Outcome> ExecuteAsync(Guid handle, Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (input.Cells.Values.Append(input.Whole ?? default).Any(choice => !Enum.IsDefined(choice)))
        {
            return Outcome.NotFound();
        }

        var import = await db.Imports.SingleOrDefaultAsync(row => row.Handle == handle && row.CreatedById == actor.UserId, cancellationToken);
        if (import is null)
        {
            return Outcome.NotFound();
        }

        if (import.State != ImportState.Checked || StoredReport.Read(import.Report) is not { HasConflicts: true } report)
        {
            return Outcome.Conflict("这次导入现在没有要决定的冲突");
        }

        report.Decide((row, problem) => input.Whole is { } whole && (input.Row is null || input.Row == row) ? whole
            : input.Cells.TryGetValue(NameOf(row, problem.Field), out var choice) ? choice : null);
        import.Report = StoredReport.Write(report);
        await db.SaveAsync(actor, cancellationToken);
        return Outcome.Done();
    }
}
