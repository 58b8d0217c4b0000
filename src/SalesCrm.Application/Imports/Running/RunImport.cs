using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users.Teams;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Imports.Running;

/// <summary>How far a run has come.</summary>
public sealed record ImportProgress(int Done);

/// <summary>What is to be imported, and how.</summary>
/// <param name="File">The open file.</param>
/// <param name="Sheet">Which sheet; the first visible when null.</param>
/// <param name="Profile">Kind and mapping.</param>
/// <param name="FileName">For the audit trail.</param>
/// <param name="FileHash">SHA-256 of the file, hex.</param>
/// <param name="Conflicts">What becomes of rows whose record was changed here after the file was downloaded.</param>
public sealed record ImportOrder(TableFile File, string? Sheet, MappingProfile Profile, string FileName, string FileHash, ConflictChoice Conflicts = ConflictChoice.Refuse)
{
    /// <summary>Cells about which was decided one by one.</summary>
    public IReadOnlyList<ConflictDecision> Decisions { get; init; } = [];
}

/// <summary>How a commit is made.</summary>
/// <param name="AllOrNothing">One refused row keeps all rows out.</param>
/// <param name="InTransaction">Runs before the commit, in the same transaction.</param>
public sealed record CommitChoice(bool AllOrNothing, Func<ImportReport, CancellationToken, Task>? InTransaction = null);

/// <summary>
/// The one engine behind browser and command line: reads a file in batches, decides for each row, and writes all of them in one transaction or,
/// in a dry run, none. Memory holds one batch and the report.
/// </summary>
public sealed class RunImport(CrmDbContext db, CompanyClock clock, DealChanges deals)
{
    internal const int BatchSize = 500;

    /// <summary>What a commit would do. Writes nothing.</summary>
    /// <exception cref="TableRefusedException">The file cannot be read.</exception>
    /// <exception cref="MappingRefusedException">The mapping does not fit.</exception>
    public Task<ImportReport> CheckAsync(ImportOrder order, Actor actor, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
        => ReadAsync(order, actor, isDry: true, progress, cancellationToken);

    /// <summary>Writes the rows that are fine, or nothing. The report says which; after a refusal by <see cref="CommitChoice.AllOrNothing"/> nothing was written.</summary>
    public async Task<ImportReport> CommitAsync(ImportOrder order, CommitChoice choice, Actor actor, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await db.InTransactionAsync(actor, async token =>
            {
                var report = await ReadAsync(order, actor, isDry: false, progress, token);
                if (choice.AllOrNothing && report.Refused > 0)
                {
                    throw new RowsRefusedException(report);
                }

                db.Audit(AuditAct.Imported, "Import", 0, new { order.Profile.Kind, order.FileName, order.FileHash, report.Created, report.Updated, report.Unchanged, report.Refused });
                if (report.Created + report.Updated > 0)
                {
                    db.Name(ActKind.Import, new Text("{0}：{1}", ImportKinds.Create(order.Profile.Kind).Title, order.FileName), report.Created + report.Updated);
                }

                if (choice.InTransaction is { } last)
                {
                    await last(report, token);
                }

                return report;
            }, cancellationToken);
        }
        catch (RowsRefusedException refused)
        {
            db.ChangeTracker.Clear();
            return refused.Report;
        }
    }

    private async Task<ImportReport> ReadAsync(ImportOrder order, Actor actor, bool isDry, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var kind = await ImportKinds.CreateAsync(db, order.Profile.Kind, actor, cancellationToken);
        var sheet = ImportSheet.Of(order.File, order.Sheet, kind.AllFields);
        var profile = sheet.Complete(order.Profile, kind);
        var run = Run(isDry);
        var skipped = new SkippedRows(profile, sheet.Header);
        var mapped = MappedColumns.Of(profile, kind.AllFields, sheet.Header);
        var reader = new RowReader(mapped, skipped, run.Days);
        var downloads = DownloadBook.Of(order, sheet, kind, mapped, new CellTrial(Run(isDry: true), kind.Name, mapped, (trial, fresh, rows, token) => TakeAsync(trial, fresh, null, rows, token)));
        foreach (var book in run.Books)
        {
            await book.LoadAsync(cancellationToken);
        }

        var repeated = isDry ? RepeatedRows.Of(sheet, kind, mapped, profile, clock, cancellationToken) : null;
        var (report, notes) = (new ImportReport(), new TableNotes());
        foreach (var rows in sheet.Sheet.RowsBelow(sheet.Header, notes, cancellationToken).Select(reader.Read).OfType<ImportRow>().Chunk(BatchSize))
        {
            Array.ForEach(rows, row => row.ComesAgain = repeated?.Has(row) != false);
            await TakeAsync(run, kind, downloads, rows, cancellationToken);
            Array.ForEach(rows, report.Add);
            progress?.Report(new ImportProgress(report.Total));
        }

        IEnumerable<Text> remarks = skipped.Count > 0 ? [new Text("按映射文件的规则跳过了 {0} 行", skipped.Count)] : [];
        report.Warn((sheet.Header.Warning is { } warning ? remarks.Append(warning) : remarks).Concat(notes.Warnings));
        if (!isDry)
        {
            await SettleAsync(run, kind, cancellationToken);
        }

        db.ChangeTracker.Clear();
        return report;

        ImportRun Run(bool isDry) => new(db, clock, actor, profile, isDry) { Own = new OwnFields(db, kind.Own) };
    }

    private async Task TakeAsync(ImportRun run, ImportKind kind, DownloadBook? downloads, ImportRow[] rows, CancellationToken cancellationToken)
    {
        if (downloads is not null)
        {
            await downloads.MeetAsync(run, rows, cancellationToken);
        }

        Array.ForEach(rows, row => row.Title = row.Text(kind.TitleField) ?? row.CellOf(kind.TitleField));
        rows = Array.FindAll(rows, row => !row.IsUntouched);
        OwnNumbers.BeIds(run, rows);
        await run.External.LoadAsync(rows, cancellationToken);
        await run.External.LoadElsewhereAsync(rows, cancellationToken);
        await RowLinks.ResolveAsync(run, rows, cancellationToken);
        Array.ForEach(rows, row => CheckReferences(run, kind, row));
        await kind.CheckAsync(run, rows, cancellationToken);
        downloads?.TellOnce(rows);
        foreach (var row in rows.Where(row => row is { IsFine: true, Conflict: not null }))
        {
            row.Refuse(row.Conflict!);
        }

        foreach (var row in rows.Where(row => row.Title.Length == 0))
        {
            row.Title = row.Customer?.Name ?? row.Text(ExternalBook.Own) ?? "";
        }

        var fine = rows.Where(row => row.IsFine).ToList();
        foreach (var (reference, name) in fine.SelectMany(row => kind.References, (row, reference) => (reference, Name: row.Text(reference.Field))).Where(pair => pair.Name is not null))
        {
            reference.Book(run).Want(name!);
        }

        foreach (var book in run.Books)
        {
            await book.CreateWantedAsync(cancellationToken);
        }

        await kind.ApplyAsync(run, fine, cancellationToken);
        fine.ForEach(row => row.TellEdited());
        if (!run.IsDry && fine.Exists(row => row.Outcome is RowOutcome.Created or RowOutcome.Updated))
        {
            await db.SaveChangesAsync(cancellationToken);
            await run.External.WriteAsync(cancellationToken);
            await kind.SavedAsync(run, cancellationToken);
            await run.Own.WriteAsync(cancellationToken);
        }

        db.ChangeTracker.Clear();
    }

    private static void CheckReferences(ImportRun run, ImportKind kind, ImportRow row)
    {
        foreach (var reference in kind.References)
        {
            if (row.Text(reference.Field) is { } name && reference.Book(run).ProblemOf(name, run.MayCreate(reference.Create)) is { } problem)
            {
                row.Refuse(reference.Field, problem, reference.Book(run).IdOf(name) is null ? new MissingWord(name, reference.Create) : null);
            }
        }
    }

    /// <summary>Brings everything derived up to date once for all rows.</summary>
    private async Task SettleAsync(ImportRun run, ImportKind kind, CancellationToken cancellationToken)
    {
        await kind.FinishAsync(run, cancellationToken);
        if (run.People.HasCreated)
        {
            await Reach.RebuildAsync(db, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        db.ChangeTracker.Clear();
        if (run.Contacted.Count > 0)
        {
            run.Traded.UnionWith(await VisitFigures.RefreshAsync(db, run.Contacted, cancellationToken));
        }

        if (run.Traded.Count > 0)
        {
            await deals.SettleAsync(db, run.Traded, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private sealed class RowsRefusedException(ImportReport report) : Exception
    {
        public ImportReport Report => report;
    }
}
