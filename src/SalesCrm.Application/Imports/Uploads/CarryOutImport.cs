using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Imports.Uploads;

/// <summary>Tries or writes one file out of the queue. That it was written is recorded in the transaction that writes it, so a crash leaves nothing half done.</summary>
public sealed class CarryOutImport(CrmDbContext db, RunImport run, ImportQueue queue, NextSheet next)
{
    public async Task ExecuteAsync(ImportJob job, CancellationToken cancellationToken)
    {
        try
        {
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, queue.CancellationOf(job.Handle));
            await RunAsync(job, both.Token);
        }
        catch (Exception) when (queue.CancellationOf(job.Handle).IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            await EndAsync(job, ImportState.Cancelled, "已取消，没有写入任何数据");
        }
        catch (MappingRefusedException refused)
        {
            await FailAsync(job, refused.Reason);
        }
        catch (TableRefusedException refused)
        {
            await FailAsync(job, refused.Reason);
        }
        catch (DbUpdateException)
        {
            await FailAsync(job, "写入时资料被别人改动了，没有写入任何数据，请重新试运行");
        }
        catch (OperationCanceledException)
        {
            // The program is being stopped; at its next start it says so of what was cut off.
            throw;
        }
        catch
        {
            await FailAsync(job, "程序出错，没有写入任何数据，请重试或联系管理员");
            throw;
        }
        finally
        {
            queue.Forget(job.Handle);
        }
    }

    private async Task RunAsync(ImportJob job, CancellationToken cancellationToken)
    {
        var import = await db.Imports.AsNoTracking().SingleAsync(row => row.Handle == job.Handle, cancellationToken);
        if (import.Content is null || import.Profile is null || import.State != (job.Commit ? ImportState.Committing : ImportState.Checking))
        {
            return;
        }

        using var stream = new MemoryStream(import.Content);
        using var file = TableFile.Open(stream, import.FileName);
        var order = new ImportOrder(file, import.Sheet, MappingProfile.Parse(import.Profile), import.FileName, import.FileHash, job.Conflicts) { Decisions = StoredReport.Read(import.Report)?.Decisions ?? [] };
        var sheets = NextSheet.SheetsOf(file);
        var progress = queue.ProgressOf(job.Handle);
        if (!job.Commit)
        {
            var report = await run.CheckAsync(order, job.Actor, progress, cancellationToken);
            report.Keep(order.Decisions);
            await FinishAsync(job, ImportState.Checked, report, [], cancellationToken);
            return;
        }

        var written = await run.CommitAsync(order, new CommitChoice(job.AllOrNothing, (report, token) => FinishAsync(job, ImportState.Committed, report, sheets, token)), job.Actor, progress, cancellationToken);
        if (job.AllOrNothing && written.Refused > 0)
        {
            written.Keep(order.Decisions);
            await FinishAsync(job, ImportState.Checked, written, [], cancellationToken);
        }
    }

    private Task<int> FinishAsync(ImportJob job, ImportState state, ImportReport report, IReadOnlyList<string> sheets, CancellationToken cancellationToken)
        => db.InTransactionAsync(job.Actor, async token =>
        {
            var import = await db.Imports.SingleAsync(row => row.Handle == job.Handle, token);
            (import.State, import.Report, import.RowsTotal, import.FinishedAt, import.Problem) = (state, StoredReport.Write(report), report.Total, db.Now, null);
            import.OperationId = state == ImportState.Committed ? db.OperationId : null;
            if (state == ImportState.Committed && report.Refused == 0 && await next.AfterAsync(import, sheets, token) is null)
            {
                // Kept only as long as refused rows or another sheet may be asked for.
                import.Content = null;
            }

            return 0;
        }, cancellationToken);

    private Task FailAsync(ImportJob job, Text reason) => EndAsync(job, ImportState.Failed, reason);

    private async Task EndAsync(ImportJob job, ImportState state, Text reason)
    {
        db.ChangeTracker.Clear();
        await db.InTransactionAsync(job.Actor, async token =>
        {
            var import = await db.Imports.SingleAsync(row => row.Handle == job.Handle, token);
            if (import.State != ImportState.Committed)
            {
                (import.State, import.Problem, import.FinishedAt) = (state, StoredText.Write(reason), db.Now);
            }

            return 0;
        }, CancellationToken.None);
    }
}
