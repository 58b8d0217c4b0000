using System.Text.Json;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Imports.Rows;

/// <summary>A report as it is kept beside its import.</summary>
internal sealed record StoredReport(int Created, int Updated, int Unchanged, int Refused, IReadOnlyList<ReportRow> Rows, IReadOnlyList<string> Warnings)
{
    public static string Write(ImportReport report)
        => JsonSerializer.Serialize(new StoredReport(report.Created, report.Updated, report.Unchanged, report.Refused, report.Rows, report.Warnings), AuditTrail.Json);

    /// <summary>Of a report only what was decided about conflicts, for the next dry run; null for nothing.</summary>
    public static string? Decided(string? json)
        => Read(json) is { Decisions.Count: > 0 } report ? Write(ImportReport.Of(0, 0, 0, 0, report.Rows.Where(row => row.IsConflict), [])) : null;

    /// <summary>Null where there is none yet.</summary>
    public static ImportReport? Read(string? json)
        => json is null || JsonSerializer.Deserialize<StoredReport>(json) is not { } stored ? null
            : ImportReport.Of(stored.Created, stored.Updated, stored.Unchanged, stored.Refused, stored.Rows, stored.Warnings);
}
