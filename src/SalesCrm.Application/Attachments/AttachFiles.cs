using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Attachments;

/// <summary>Attaches files to a customer, or to one of its opportunities or follow-ups: all of them or, when one is refused, none.</summary>
public sealed class AttachFiles(CrmDbContext db)
{
    /// <summary>Files of one upload.</summary>
    public const int Most = 10;

    /// <summary>A file as it was sent.</summary>
    public sealed record Sent(string? Name, byte[] Content);

    /// <param name="CustomerId">Whose files they become.</param>
    /// <param name="OpportunityId">The customer's opportunity to which they belong, if any.</param>
    /// <param name="VisitId">The follow-up to which they belong, if any.</param>
    /// <param name="Files">What was sent.</param>
    /// <param name="OperationId">Comes with the form; the same form sent twice attaches once.</param>
    public sealed record Input(long CustomerId, long? OpportunityId, long? VisitId, IReadOnlyList<Sent> Files, Guid OperationId);

    /// <summary>As a file field names what may be attached.</summary>
    public static string Accept => FileKinds.Accept;

    /// <returns>How many were attached.</returns>
    public async Task<Outcome<long>> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (!await MayAsync(input, actor, cancellationToken))
        {
            return Outcome<long>.NotFound();
        }

        var files = input.Files.Select(sent => (Name: FileNames.Clean(sent.Name), sent.Content)).ToList();
        if (await ProblemAsync(input.CustomerId, files, cancellationToken) is { } problem)
        {
            return Outcome<long>.Invalid("Files", problem);
        }

        return await Submitted.OnceAsync(db, actor, input.OperationId, async token =>
        {
            db.Attachments.AddRange(files.ConvertAll(file => new Attachment
            {
                Handle = Guid.NewGuid(),
                CustomerId = input.CustomerId,
                OpportunityId = input.OpportunityId,
                VisitId = input.VisitId,
                Name = file.Name,
                Size = file.Content.Length,
                Hash = Convert.ToHexStringLower(SHA256.HashData(file.Content)),
                At = db.Now,
                CreatedById = actor.UserId == 0 ? null : actor.UserId,
                Content = new AttachmentContent { Bytes = file.Content },
            }));
            await db.SaveChangesAsync(token);
            return (long)files.Count;
        }, cancellationToken);
    }

    /// <summary>Whoever works on the record attaches to it.</summary>
    private Task<bool> MayAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        actor = actor.ForOne;
        return input switch
        {
            { VisitId: { } visit } => db.VisitsEditedBy(actor).AnyAsync(row => row.Id == visit && row.CustomerId == input.CustomerId && row.ArchivedAt == null, cancellationToken),
            { OpportunityId: { } id } => db.OpportunitiesWorkedBy(actor).AnyAsync(row => row.Id == id && row.CustomerId == input.CustomerId && row.ArchivedAt == null, cancellationToken),
            _ => db.CustomersWorkedBy(actor).AnyAsync(customer => customer.Id == input.CustomerId, cancellationToken),
        };
    }

    private async Task<Text?> ProblemAsync(long customerId, List<(string Name, byte[] Content)> files, CancellationToken cancellationToken)
    {
        if (files.Count is 0 or > Most)
        {
            return files.Count == 0 ? "请选择一个文件" : new Text("一次最多上传 {0} 个文件", Most);
        }

        if (files.Select(file => FileKinds.ProblemOf(file.Name, file.Content)).FirstOrDefault(problem => problem is not null) is { } refused)
        {
            return refused;
        }

        var most = await AttachmentLimit.MegabytesAsync(db, cancellationToken);
        var kept = await db.Attachments.Where(file => file.CustomerId == customerId && file.ArchivedAt == null).SumAsync(file => file.Size, cancellationToken);
        return kept + files.Sum(file => (long)file.Content.Length) > most * 1024L * 1024L ? new Text("这家客户的附件合计不能超过 {0} MB，请先移除不需要的", most) : default(Text?);
    }
}
