using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Metrics;

/// <summary>Writes the main problem and the measure of a period (主要问题, 优化措施).</summary>
public sealed class EditPeriodReport(CrmDbContext db)
{
    public sealed class Input
    {
        /// <summary>Empty brings the generated text back.</summary>
        public string? Problem { get; set; }

        public string? Measure { get; set; }

        /// <summary>Of the report that the writer saw; null when there was none.</summary>
        public Guid? Version { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(Period period, Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (!await db.IsWholeFor(actor, cancellationToken))
        {
            return Outcome.Forbidden("只有管理员和公司负责人可以填写");
        }

        var validation = new EditPeriodReportValidator().Validate(input);
        if (!validation.IsValid)
        {
            return Outcome.Invalid(validation);
        }

        var name = period.ToString();
        var report = await db.PeriodReports.SingleOrDefaultAsync(report => report.Period == name, cancellationToken);
        if (report?.Version != input.Version)
        {
            return Changed();
        }

        if (report is null)
        {
            db.PeriodReports.Add(report = new PeriodReport { Period = name });
        }

        report.Problem = CleanText.ReadLines(input.Problem, 1000).Value;
        report.Measure = CleanText.ReadLines(input.Measure, 1000).Value;
        try
        {
            await db.SaveAsync(actor, cancellationToken);
            return Outcome.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Changed();
        }
        catch (DbUpdateException exception) when (db.Engine.IsUniqueViolation(exception))
        {
            return Changed();
        }
    }

    private static Outcome Changed() => Outcome.Conflict("这个周期的问题和措施刚被别人改过，请对照后再保存");
}

internal sealed class EditPeriodReportValidator : AbstractValidator<EditPeriodReport.Input>
{
    public EditPeriodReportValidator()
    {
        RuleFor(input => input.Problem).MultiLine(1000);
        RuleFor(input => input.Measure).MultiLine(1000);
    }
}
