using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Database;

/// <summary>What happens when another node's row is in the way. The embedded engine lets one writer in at a time, so the other is played here.</summary>
public sealed class CollisionTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task The_first_number_of_a_day_taken_twice_at_once_gives_two_numbers()
    {
        await TakeAsync("XX2024");
        var tries = 0;
        var number = await _database.With<CrmDbContext, int>(db => db.InTransactionAsync(World.Rep, async token =>
        {
            // The first time it sees what it saw before the other one committed: no such prefix.
            if (++tries == 1)
            {
                db.NumberSequences.Add(new NumberSequence { Prefix = "XX2024", Last = 1 });
                await db.SaveChangesAsync(token);
            }

            return await NumberSequence.TakeAsync(db, "XX2024", 1, token);
        }, CancellationToken.None));
        Assert.Equal((2, 2), (tries, number));
    }

    [Fact]
    public async Task A_form_sent_twice_at_once_leads_to_the_record_of_the_first()
    {
        var (operation, tries) = (Guid.NewGuid(), 0);
        await _database.With<CrmDbContext, long>(db => Submitted.OnceAsync(db, World.Rep, operation, _ => Task.FromResult(7L), CancellationToken.None));
        var id = await _database.With<CrmDbContext, long>(db => db.InTransactionAsync(World.Rep, async token =>
        {
            if (++tries == 1)
            {
                db.Submissions.Add(new Submission { Id = operation, At = db.Now, UserId = World.Rep.UserId, ResultId = 8 });
                return 8;
            }

            return await Submitted.OnceAsync(db, World.Rep, operation, _ => Task.FromResult(9L), token);
        }, CancellationToken.None));
        Assert.Equal((2, 7L), (tries, id));
    }

    [Fact]
    public async Task What_collides_every_time_is_told_to_the_caller_and_changes_nothing()
    {
        await TakeAsync("XX2024");
        var tries = 0;
        await Assert.ThrowsAsync<DbUpdateException>(() => _database.With<CrmDbContext, int>(db => db.InTransactionAsync(World.Rep, _ =>
        {
            tries++;
            db.NumberSequences.Add(new NumberSequence { Prefix = "YY2024", Last = 1 });
            db.NumberSequences.Add(new NumberSequence { Prefix = "XX2024", Last = 1 });
            return Task.FromResult(0);
        }, CancellationToken.None)));
        Assert.Equal(3, tries);
        Assert.False(await _database.Read(db => db.NumberSequences.AnyAsync(sequence => sequence.Prefix == "YY2024")));
    }

    [Fact]
    public async Task A_text_that_does_not_fit_its_column_is_refused_on_every_engine()
    {
        await Assert.ThrowsAsync<TextTooLongException>(() => _database.With<CrmDbContext>(async db =>
        {
            db.Settings.Add(new Application.Settings.Setting { Name = new string('长', 201), Value = "1" });
            await db.SaveAsync(World.Admin, CancellationToken.None);
        }));
        Assert.False(await _database.Read(db => db.Settings.AnyAsync()));
    }

    [Fact]
    public async Task A_plain_save_that_loses_a_deadlock_writes_again_and_meets_what_the_winner_wrote()
    {
        var id = await _database.HasCustomerAsync("云启医疗", World.Rep);
        await SaveAsync(meanwhile: () => { });
        Assert.Equal(1, await _database.Read(db => db.AuditEntries.CountAsync(entry => entry.SubjectId == id && entry.Subject == "Customer" && entry.UserId == World.Rep.UserId)));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveAsync(meanwhile: () => _database
            .Read(db => db.Customers.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, Guid.NewGuid()))).GetAwaiter().GetResult()));
        Assert.Equal(1, await _database.Read(db => db.AuditEntries.CountAsync(entry => entry.SubjectId == id && entry.Subject == "Customer" && entry.UserId == World.Rep.UserId)));

        async Task SaveAsync(Action meanwhile)
        {
            var options = new DbContextOptionsBuilder<CrmDbContext>();
            _database.Engine.Configure(options);
            var patient = RelationalOptionsExtension.Extract(options.Options).WithExecutionStrategyFactory(needs => new OnceMore(needs, meanwhile));
            ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(patient);
            await using var db = new CrmDbContext(options.AddInterceptors(new Deadlock()).Options, _database.Engine, _database.Followers, _database.Clock);
            (await db.Customers.SingleAsync(row => row.Id == id)).ShortName = $"云启{Guid.NewGuid():N}";
            await db.SaveAsync(World.Rep, CancellationToken.None);
        }
    }

    /// <summary>Chooses the first update of a context as the victim.</summary>
    private sealed class Deadlock : DbCommandInterceptor
    {
        private bool _hasStruck;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (!_hasStruck && command.CommandText.Contains("UPDATE", StringComparison.Ordinal))
            {
                _hasStruck = true;
                throw new Victim();
            }

            return new(result);
        }
    }

    private sealed class Victim : DbException;

    /// <summary>Tries again after a deadlock, as the server's own strategy does; before that the other one commits.</summary>
    private sealed class OnceMore(ExecutionStrategyDependencies needs, Action meanwhile) : ExecutionStrategy(needs, 1, TimeSpan.Zero)
    {
        protected override bool ShouldRetryOn(Exception exception)
        {
            if (exception is not Victim)
            {
                return false;
            }

            meanwhile();
            return true;
        }
    }

    private Task<int> TakeAsync(string prefix)
        => _database.With<CrmDbContext, int>(db => db.InTransactionAsync(World.Rep, token => NumberSequence.TakeAsync(db, prefix, 1, token), CancellationToken.None));
}
