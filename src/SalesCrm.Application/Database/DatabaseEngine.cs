using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SalesCrm.Application.Database;

/// <summary>All in which the two database engines differ. One class per engine, each in a room of its own.</summary>
public abstract class DatabaseEngine
{
    /// <summary>What was read of this database a moment ago.</summary>
    internal ReferenceCache References { get; } = new();

    /// <summary>The value of <c>Database:Provider</c> that chooses this engine.</summary>
    public abstract string Name { get; }

    public abstract void Configure(DbContextOptionsBuilder options);

    /// <summary>Column types and converters for money, texts and instants.</summary>
    public abstract void ConfigureConventions(ModelConfigurationBuilder conventions);

    /// <summary>Last touches to the finished model that only this engine needs.</summary>
    public virtual void ConfigureModel(IMutableModel model)
    {
    }

    /// <summary>True when <paramref name="exception"/> says that a unique index or primary key refused a row.</summary>
    public abstract bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>True when <paramref name="exception"/> says that the database is locked, overloaded or unreachable, so that trying again is right.</summary>
    public abstract bool IsBusy(Exception exception);

    /// <summary>True when <paramref name="exception"/> says that a text does not fit its column.</summary>
    public virtual bool IsTooLong(Exception exception) => false;

    /// <summary>Opens the database once, so that a wrong connection string is told at once and in plain words. One that is not there yet is no problem.</summary>
    /// <exception cref="DatabaseUnreachableException">It cannot be opened.</exception>
    public virtual Task ReachAsync(DbContext db, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>True where one process owns the database; it then also brings it to its version at start.</summary>
    public abstract bool HasOneOwner { get; }

    /// <summary>Something about this engine's version that whoever runs it should know, or null.</summary>
    public virtual Task<string?> WarningAsync(DbContext db, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>
    /// Waits for this process's turn to write. An engine with one writer lets one caller in at a time; dispose to leave.
    /// </summary>
    public abstract ValueTask<IDisposable> EnterWriteAsync(CancellationToken cancellationToken);

    /// <summary>Takes whatever guards the database against a second process; called once before the first write. Dispose to release.</summary>
    /// <exception cref="DatabaseInUseException">Another process holds it.</exception>
    public abstract IDisposable TakeOwnership();

    /// <summary>Creates the place of the database when there is none, and removes what a killed migration may have left behind.</summary>
    public abstract Task PrepareForMigrationAsync(DbContext db, CancellationToken cancellationToken);

    /// <summary>Settings that belong to the database file rather than to a connection.</summary>
    public virtual Task PrepareForUseAsync(DbContext db, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Lets <paramref name="fill"/> write very many rows into <paramref name="tables"/>, which nobody reads meanwhile; an engine may keep their indexes off until it is done.</summary>
    public virtual Task FillAsync(DbContext db, IReadOnlyCollection<string> tables, Func<Task> fill, CancellationToken cancellationToken) => fill();

    /// <summary>How many parameters one insert should have at most.</summary>
    public abstract int MostParameters { get; }

    /// <summary>An insert that names its own ids, as the engine wants it told.</summary>
    public virtual string WithExplicitIds(string table, string insert, bool hasIdentity) => insert;

    /// <summary>Counts anew what the engine plans its queries by, where tables have grown a lot. May take seconds and holds writers off meanwhile.</summary>
    public virtual Task LearnAsync(DbContext db, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Writes a complete, consistent copy of the database to <paramref name="file"/>.</summary>
    public abstract Task BackUpAsync(DbContext db, string file, CancellationToken cancellationToken);

    /// <summary>Problems that the engine's own consistency check finds; empty when sound.</summary>
    public abstract Task<IReadOnlyList<string>> CheckIntegrityAsync(DbContext db, CancellationToken cancellationToken);
}

/// <summary>Another process (server or command) is using the database.</summary>
public sealed class DatabaseInUseException(string message) : Exception(message);

/// <summary>The database cannot be opened at all: server, name, password or network are wrong.</summary>
public sealed class DatabaseUnreachableException(string message) : Exception(message);

/// <summary>The database could not be reached or stayed locked; nothing was saved and trying again is right.</summary>
public sealed class DatabaseBusyException() : Exception("The database is busy; nothing was saved.");
