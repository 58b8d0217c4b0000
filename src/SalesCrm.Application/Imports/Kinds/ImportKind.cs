using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.References;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>A kind of record that files bring. One instance serves one run; batches of rows go through check, apply and, once saved, settle.</summary>
internal abstract class ImportKind
{
    /// <summary>As profiles and the command line write it.</summary>
    public abstract string Name { get; }

    public abstract Text Title { get; }

    public abstract IReadOnlyList<ImportField> Fields { get; }

    /// <summary>The records of this kind that take fields of the admin's own; null for none.</summary>
    public virtual FieldSubject? Subject => null;

    /// <summary>Those fields, as far as whoever imports sees them.</summary>
    public IReadOnlyList<FieldDefinition> Own { get; private set; } = [];

    /// <summary><see cref="Fields"/> and <see cref="Own"/>.</summary>
    public IReadOnlyList<ImportField> AllFields { get; private set; } = [];

    public async Task LoadAsync(CrmDbContext db, Actor actor, CancellationToken cancellationToken)
    {
        Own = Subject is { } subject ? await db.FieldsAsync(subject, actor, cancellationToken) : [];
        AllFields = [.. Fields, .. Own.Select(OwnFields.ToImport)];
    }

    /// <summary>The field that names a row in reports.</summary>
    public abstract string TitleField { get; }

    /// <summary>Fields that name people, products and words.</summary>
    public virtual IReadOnlyList<FieldReference> References => [];

    /// <summary>Fields that together tell a row of an export from every other; the first set of which the file has all columns counts.</summary>
    public virtual IReadOnlyList<string[]> Keys => [];

    /// <summary>
    /// Fields that other records than the row's own hold, each set those of one: they may change while the version of the row's record stays, and where one field of a set was edited, the others say
    /// which record was meant.
    /// </summary>
    public virtual IReadOnlyList<string[]> Groups => [];

    /// <summary>Fields that tell in what a later row may be about a record that this row creates; none for kinds whose dry run keeps nothing over a batch.</summary>
    public virtual IReadOnlyList<string> Identity => [];

    /// <summary>The same for two rows that may be about one record.</summary>
    public virtual int IdentityOf(ImportRow row) => 0;

    /// <summary>The present versions of those of some records that the actor may see, for files that were downloaded and come back: a stamp that was made up tells nothing of others.</summary>
    public virtual IQueryable<RecordVersion>? VersionsOf(CrmDbContext db, Actor actor, long[] ids) => null;

    /// <summary>The class whose trail of changes tells what records of this kind were once called by their <see cref="TitleField"/>, or their customer; null for kinds that are not downloaded.</summary>
    public virtual string? Named => null;

    /// <summary>The field that names the customer to whom a record belongs; null for kinds whose records belong to none.</summary>
    public virtual string? CustomerField => null;

    public virtual bool IsFor(Actor actor) => actor.Role is Role.Rep or Role.Manager or Role.Admin;

    /// <summary>Loads what the rows meet and refuses what cannot be written; nothing is refused later.</summary>
    public abstract Task CheckAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken);

    /// <summary>Writes rows that are fine into the context; in a dry run only into objects that nobody saves.</summary>
    public abstract Task ApplyAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken);

    /// <summary>After the batch is saved and has its ids.</summary>
    public virtual Task SavedAsync(ImportRun run, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>After the last batch, inside the transaction.</summary>
    public virtual Task FinishAsync(ImportRun run, CancellationToken cancellationToken) => Task.CompletedTask;
}
