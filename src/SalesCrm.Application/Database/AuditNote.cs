using System.Text.Json;

namespace SalesCrm.Application.Database;

/// <summary>Entries of the trail that no save writes by itself.</summary>
internal static class AuditNote
{
    /// <summary>Adds an audit entry for an act that changes no record, such as an export or a sign-in.</summary>
    internal static void Audit(this CrmDbContext db, AuditAct act, string subject, long subjectId, object details, long? userId = null) => db.Note(new AuditEntry
    {
        At = db.Now,
        UserId = userId ?? db.Saver?.UserId ?? 0,
        Act = act,
        Subject = subject,
        SubjectId = subjectId,
        Changes = JsonSerializer.Serialize(details, AuditTrail.Json),
        OperationId = db.OperationId,
    });
}
