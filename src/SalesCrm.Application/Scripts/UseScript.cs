using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Scripts;

/// <summary>Counts that a question or sentence was used. A sensitive one has to be confirmed first.</summary>
public sealed class UseScript(CrmDbContext db)
{
    /// <summary>What a sensitive one is answered with until it is confirmed.</summary>
    public static Text AskFirst { get; } = "这条话术标为敏感，请确认对象和场合合适再使用";

    /// <summary>Its text, without counting.</summary>
    public Task<string?> TextAsync(long id, CancellationToken cancellationToken)
        => db.Scripts.AsNoTracking().Where(script => script.Id == id && script.ArchivedAt == null).Select(script => script.Text).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Its text.</summary>
    public async Task<Outcome<string>> ExecuteAsync(long id, bool confirmed, Actor actor, CancellationToken cancellationToken)
    {
        var script = await db.Scripts.AsNoTracking().Where(row => row.Id == id && row.ArchivedAt == null).Select(row => new { row.Text, row.IsSensitive }).SingleOrDefaultAsync(cancellationToken);
        if (script is null)
        {
            return Outcome<string>.NotFound();
        }

        if (script.IsSensitive && !confirmed)
        {
            return Outcome<string>.Invalid("", AskFirst);
        }

        await db.InTransactionAsync(
            actor, token => db.Scripts.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.UseCount, row => row.UseCount + 1), token), cancellationToken);
        return script.Text;
    }
}
