using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Database;

/// <summary>A daily job's turn: of all nodes exactly one takes it each day; who dies in the middle loses it after a while.</summary>
internal sealed class JobTurn
{
    public required string Name { get; init; }

    /// <summary>The last company day for which the job was done.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>UTC; until then it is somebody's.</summary>
    public DateTime? TakenUntil { get; init; }

    /// <summary>True when the caller is the one to do the job of <paramref name="day"/> now.</summary>
    internal static async Task<bool> TakeAsync(CrmDbContext db, string name, DateOnly day, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var (now, until) = (db.Now, db.Now + atMost);
        try
        {
            return await db.InTransactionAsync(Actor.System, async token =>
            {
                if (!await db.JobTurns.AnyAsync(turn => turn.Name == name, token))
                {
                    db.JobTurns.Add(new JobTurn { Name = name, TakenUntil = until });
                    return true;
                }

                return await db.JobTurns
                    .Where(turn => turn.Name == name && (turn.LastDay == null || turn.LastDay < day) && (turn.TakenUntil == null || turn.TakenUntil < now))
                    .ExecuteUpdateAsync(set => set.SetProperty(turn => turn.TakenUntil, until), token) == 1;
            }, cancellationToken);
        }
        catch (DbUpdateException refused) when (db.Engine.IsUniqueViolation(refused))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Does the job of <paramref name="day"/> unless it is done or somebody else's; false then.</summary>
    internal static async Task<bool> RunAsync(CrmDbContext db, string name, DateOnly day, TimeSpan atMost, Func<CancellationToken, Task> job, CancellationToken cancellationToken)
    {
        if (!await TakeAsync(db, name, day, atMost, cancellationToken))
        {
            return false;
        }

        await job(cancellationToken);
        await FinishAsync(db, name, day, cancellationToken);
        return true;
    }

    /// <summary>The job of <paramref name="day"/> was done by hand, in the running transaction.</summary>
    internal static async Task NoteAsync(CrmDbContext db, string name, DateOnly day, CancellationToken cancellationToken)
    {
        if (await db.JobTurns.Where(turn => turn.Name == name).ExecuteUpdateAsync(set => set.SetProperty(turn => turn.LastDay, day), cancellationToken) == 0)
        {
            db.JobTurns.Add(new JobTurn { Name = name, LastDay = day });
        }
    }

    /// <summary>The job of <paramref name="day"/> is done.</summary>
    internal static Task<int> FinishAsync(CrmDbContext db, string name, DateOnly day, CancellationToken cancellationToken)
        => db.InTransactionAsync(Actor.System, token => db.JobTurns
            .Where(turn => turn.Name == name)
            .ExecuteUpdateAsync(set => set.SetProperty(turn => turn.LastDay, day).SetProperty(turn => turn.TakenUntil, (DateTime?)null), token), cancellationToken);
}

internal sealed class JobTurnConfiguration : IEntityTypeConfiguration<JobTurn>
{
    public void Configure(EntityTypeBuilder<JobTurn> turn)
    {
        turn.ToTable("JobTurns");
        turn.HasKey(t => t.Name);
        turn.Property(t => t.Name).HasMaxLength(60);
    }
}
