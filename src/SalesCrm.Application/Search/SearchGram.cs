using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesCrm.Application.Search;

/// <summary>One short piece of a searchable name or number and its place there, so that a part of a name is found without reading all names.</summary>
internal sealed class SearchGram
{
    /// <summary>Characters.</summary>
    internal const int Longest = 4;

    public SearchKind Kind { get; init; }
    public required string Gram { get; init; }
    public long SubjectId { get; init; }

    /// <summary>Characters before it in the record's key; below zero for <see cref="InitialChains"/>.</summary>
    public int Place { get; init; }
}

/// <summary>What a search hit is.</summary>
public enum SearchKind
{
    Customer = 1,
    Contact = 2,
    Opportunity = 3,
    Lead = 4,
    Competitor = 5,

    /// <summary>A contact by the digits of its phones, which not everybody who sees its name may search.</summary>
    ContactPhone = 6,
    Script = 20,
}

internal sealed class SearchGramConfiguration : IEntityTypeConfiguration<SearchGram>
{
    public void Configure(EntityTypeBuilder<SearchGram> gram)
    {
        gram.ToTable("SearchGrams");
        gram.Property(g => g.Gram).HasMaxLength(SearchGram.Longest);
        gram.HasKey(g => new { g.Kind, g.SubjectId, g.Place });
        gram.HasIndex(g => new { g.Kind, g.Gram, g.SubjectId, g.Place });
    }
}
