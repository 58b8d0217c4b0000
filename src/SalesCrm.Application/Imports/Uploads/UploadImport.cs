using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Values;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Imports.Uploads;

/// <summary>Takes a file in: checked for what it is, kept under a handle that only its uploader may use.</summary>
public sealed class UploadImport(CrmDbContext db)
{
    private const int DaysKept = 30;

    /// <param name="content">The file.</param>
    /// <param name="fileName">Its name; the ending says what it is.</param>
    /// <param name="kind">What its rows are; empty to go by the headers.</param>
    /// <param name="profile">A mapping profile as JSON, or nothing; it says the kind itself.</param>
    /// <param name="actor">Who uploads.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Outcome<Guid>> ExecuteAsync(byte[] content, string? fileName, string? kind, string? profile, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role is not (Role.Rep or Role.Manager or Role.Admin))
        {
            return Outcome<Guid>.Forbidden("您没有导入的权限");
        }

        var name = CleanText.Line(Path.GetFileName(fileName)) is { } line ? CleanText.Shortened(line, 100) : "";
        var read = Read(content, Path.GetFileName(fileName) ?? "");
        if (read.Problem is { } problem)
        {
            return Outcome<Guid>.Invalid("Upload", problem);
        }

        var mapping = ProfileOf(profile, actor);
        if (mapping.IsRefused)
        {
            return Outcome<Guid>.Invalid("Profile", mapping.Problem.Value);
        }

        var asked = mapping.Value?.Kind ?? (string.IsNullOrWhiteSpace(kind) ? null : kind);
        if (await RefusalAsync(asked ?? read.OwnKind, actor, cancellationToken) is { } refusal)
        {
            return Outcome<Guid>.Invalid(asked is null ? "Upload" : "Kind", refusal);
        }

        var handle = Guid.NewGuid();
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var old = db.Now.AddDays(-DaysKept);
        await db.InTransactionAsync(actor, async token =>
        {
            db.Imports.Add(new Import
            {
                Handle = handle,
                FileName = name,
                FileHash = hash,
                Content = content,
                CreatedById = actor.UserId,
                CreatedAt = db.Now,
                Kind = asked,
                Profile = mapping.Value?.ToJson(),
            });
            await db.Imports.Where(other => other.CreatedAt < old && other.Content != null).ExecuteUpdateAsync(set => set.SetProperty(other => other.Content, (byte[]?)null), token);
            return 0;
        }, cancellationToken);
        return handle;
    }

    private static Reading<MappingProfile> ProfileOf(string? json, Actor actor)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return default;
        }

        try
        {
            var profile = MappingProfile.Parse(json);
            return ImportKinds.For(actor).FirstOrDefault(kind => kind.Name.Equals(profile.Kind, StringComparison.OrdinalIgnoreCase)) is { } known
                ? new(profile with { Kind = known.Name }, null)
                : Reading<MappingProfile>.Refused(new Text("映射文件的内容“{0}”不能导入，可用的有：{1}", CleanText.Shortened(profile.Kind, 40), string.Join('、', ImportKinds.For(actor).Select(kind => kind.Name))));
        }
        catch (MappingRefusedException refused)
        {
            return Reading<MappingProfile>.Refused(refused.Reason);
        }
    }

    /// <summary>Why this person cannot import such records.</summary>
    private async Task<Text?> RefusalAsync(string? kind, Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            _ = kind is null ? null : await ImportKinds.CreateAsync(db, kind, actor, cancellationToken);
            return default(Text?);
        }
        catch (MappingRefusedException refused)
        {
            return refused.Reason;
        }
    }

    private static (Text? Problem, string? OwnKind) Read(byte[] content, string fileName)
    {
        try
        {
            using var stream = new MemoryStream(content);
            using var file = TableFile.Open(stream, fileName);
            return file.FirstVisible.FindHeader() is null ? ("文件里没有内容", null) : (null, KindGuess.OfOwn(file, fileName, file.FirstVisible));
        }
        catch (TableRefusedException refused)
        {
            return (refused.Reason, null);
        }
    }
}
