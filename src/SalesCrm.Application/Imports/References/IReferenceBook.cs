using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Imports.References;

/// <summary>What a row names and what must be on file, or be created, before the row can be written: people, products, words.</summary>
internal interface IReferenceBook
{
    Task LoadAsync(CancellationToken cancellationToken);

    /// <summary>Why this name cannot be used; null when it is on file or may be created.</summary>
    Text? ProblemOf(string name, bool mayCreate);

    /// <summary>Remembers a name that is not on file, to be created with all others of the batch.</summary>
    void Want(string name);

    Task CreateWantedAsync(CancellationToken cancellationToken);

    /// <summary>The names that a person may write instead of one that is not on file.</summary>
    IEnumerable<string> Offered { get; }

    /// <summary>The id behind a name; below zero for what a dry run only would create.</summary>
    long? IdOf(string? name);
}

/// <summary>A field that names something, and the word by which a profile allows to create it.</summary>
internal sealed record FieldReference(string Field, Func<Running.ImportRun, IReferenceBook> Book, string Create);
