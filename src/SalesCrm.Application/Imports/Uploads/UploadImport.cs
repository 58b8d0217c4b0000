using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Imports.Uploads;

/// <summary>Takes a file in: checked for what it is, kept under a handle that only its uploader may use.</summary>
public sealed class UploadImport(CrmDbContext db)
{
    private const int DaysKept = 30;

    public async Task<Outcome<Guid>> ExecuteAsync(byte[] content, string? fileName, string? kind, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role is not (Role.Rep or Role.Manager or Role.Admin))
        {
            return Outcome<Guid>.Forbidden("您没有导入的权限");
        }

        var name = CleanText.Line(Path.GetFileName(fileName)) is { } line ? CleanText.Shortened(line, 100) : "";
        if (ProblemOf(content, Path.GetFileName(fileName) ?? "") is { } problem)
        {
            return Outcome<Guid>.Invalid("Upload", problem);
        }

        var handle = Guid.NewGuid();
        var import = new Import
        {
            Handle = handle,
            FileName = name,
            FileHash = Convert.ToHexStringLower(SHA256.HashData(content)),
            Content = content,
            CreatedById = actor.UserId,
            CreatedAt = db.Now,
            Kind = Kinds.ImportKinds.Exists(kind) ? kind : null,
        };
        var old = db.Now.AddDays(-DaysKept);
        await db.InTransactionAsync(actor, async token =>
        {
            db.Imports.Add(import);
            await db.Imports.Where(other => other.CreatedAt < old && other.Content != null).ExecuteUpdateAsync(set => set.SetProperty(other => other.Content, (byte[]?)null), token);
            return 0;
        }, cancellationToken);
        return handle;
    }

    private static Text? ProblemOf(byte[] content, string fileName)
    {
        try
        {
            using var stream = new MemoryStream(content);
            using var file = TableFile.Open(stream, fileName);
            return file.FirstVisible.FindHeader() is null ? "文件里没有内容" : default(Text?);
        }
        catch (TableRefusedException refused)
        {
            return refused.Reason;
        }
    }
}
