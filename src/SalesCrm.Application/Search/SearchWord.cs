using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesCrm.Application.Search;

/// <summary>How a gram that occurs in some record may be typed: 重庆 as chong'qing and c'qing. A gram has its rows once, however many records hold it.</summary>
internal sealed class SearchWord
{
    /// <summary>Characters: two syllables and what separates them.</summary>
    internal const int Longest = 16;

    public required string Reading { get; init; }
    public required string Gram { get; init; }
}

/// <summary>That a gram occurs in a text of a block of neighbouring ids. Which of them it is, their texts tell.</summary>
internal sealed class TextGram
{
    /// <summary>Ids in a block: a block's rows are shared by so many texts.</summary>
    internal const int BlockSize = 64;

    public required string Gram { get; init; }
    public long Block { get; init; }

    internal static long BlockOf(long id) => id / BlockSize;
}

internal sealed class SearchWordConfiguration : IEntityTypeConfiguration<SearchWord>, IEntityTypeConfiguration<TextGram>
{
    public void Configure(EntityTypeBuilder<SearchWord> word)
    {
        word.ToTable("SearchWords");
        word.Property(w => w.Reading).HasMaxLength(SearchWord.Longest);
        word.Property(w => w.Gram).HasMaxLength(SearchGram.Longest);
        word.HasKey(w => new { w.Reading, w.Gram });
        word.HasIndex(w => w.Gram);
    }

    public void Configure(EntityTypeBuilder<TextGram> gram)
    {
        gram.ToTable("TextGrams");
        gram.Property(g => g.Gram).HasMaxLength(SearchGram.Longest);
        gram.HasKey(g => new { g.Gram, g.Block });
    }
}
