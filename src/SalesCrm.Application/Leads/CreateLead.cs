using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Leads;

/// <summary>Notes somebody who may become a customer. It counts on the day it is created.</summary>
public sealed class CreateLead(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input : LeadInput
    {
        /// <summary>A rep's leads are his own; a manager may leave it to be assigned later.</summary>
        public long? OwnerId { get; set; }

        /// <summary>Comes with the form; the same form sent twice makes one lead.</summary>
        public Guid OperationId { get; set; }
    }

    /// <summary>The new lead's id.</summary>
    public async Task<Outcome<long>> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        var scoring = await LeadScoring.ReadAsync(db, cancellationToken);
        var shape = new LeadInputValidator(scoring).Validate(input);
        if (!shape.IsValid)
        {
            return Outcome<long>.Invalid(shape);
        }

        if (await LeadFile.SourceProblemAsync(db, input.SourceId, null, cancellationToken) is { } problem)
        {
            return Outcome<long>.Invalid([problem]);
        }

        var fields = await FieldEntries.ReadAsync(db, FieldSubject.Lead, input.Fields, null, actor, cancellationToken);
        if (fields.Problems.Count > 0)
        {
            return Outcome<long>.Invalid(fields.Problems);
        }

        var ownerId = input.OwnerId ?? (actor.Role == Role.Rep ? actor.UserId : null);
        if (ownerId is not null && !await LeadFile.OwnersFor(db, actor).AnyAsync(user => user.Id == ownerId, cancellationToken))
        {
            return Outcome<long>.Invalid(nameof(input.OwnerId), "只能选择自己或所管团队的人");
        }

        return await Submitted.OnceAsync(db, actor, input.OperationId, async token =>
        {
            var lead = new Lead { Company = "", CompanyKey = "", CreatedOn = clock.Today, CreatedAt = clock.UtcNow };
            LeadFile.Fill(lead, input, scoring);
            if (ownerId == actor.UserId)
            {
                lead.OwnerId = ownerId;
            }
            else
            {
                lead.AssignTo(ownerId, clock.UtcNow);
            }

            db.Leads.Add(lead);
            await db.SaveChangesAsync(token);
            await fields.WriteAsync(db, lead, null, token);
            return lead.Id;
        }, cancellationToken);
    }
}
