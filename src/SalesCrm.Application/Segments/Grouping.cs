using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Segments;

/// <summary>A group of records that are alike in all fields of a portrait, as the database formed and counted it.</summary>
internal interface IGroup
{
    int Count { get; }
}

/// <summary>Puts the groups together by one field after the other: the database walks through the records once.</summary>
internal static class Grouping
{
    /// <summary>Lines of a field.</summary>
    private const int MostLines = 8;

    /// <summary>By a field whose values are many: the largest groups.</summary>
    internal static Portrait.Split Largest<TGroup, TKey>(Text title, IReadOnlyList<TGroup> groups, Func<TGroup, TKey> key, Func<TKey, IReadOnlyList<Text?>> labels, Func<TKey, IReadOnlyList<Condition>> conditions)
        where TGroup : IGroup
    {
        var lines = groups.GroupBy(key).Select(alike => new Portrait.Line(labels(alike.Key), alike.Sum(group => group.Count), conditions(alike.Key)))
            .OrderByDescending(line => line.Count).Take(MostLines).ToList();
        return new(title, lines, groups.Sum(group => group.Count) - lines.Sum(line => line.Count));
    }

    /// <summary>By one of the admin's words.</summary>
    internal static Portrait.Split Words<TGroup>(Text title, string field, IReadOnlyList<TGroup> groups, Func<TGroup, long?> key, Func<long?, Text?> word)
        where TGroup : IGroup
        => Largest(title, groups, key, id => [word(id)], id => [In(field, id)]);

    internal static Portrait.Split Regions<TGroup>(IReadOnlyList<TGroup> groups, Func<TGroup, string?> key)
        where TGroup : IGroup
        => Largest("地区", groups, group => PlaceNames.Province(Named(key(group))), name => [Plain(name)], name => [Is("province", name)]);

    /// <summary>By choices of the product, all of them, in their order.</summary>
    internal static Portrait.Split Choices<TGroup, TKey>(Text title, string field, IReadOnlyList<TGroup> groups, Func<TGroup, TKey> key, Func<TKey, Text> name)
        where TGroup : IGroup
        where TKey : struct, Enum
        => new(title, [.. groups.GroupBy(key).OrderBy(alike => alike.Key).Select(alike => new Portrait.Line([name(alike.Key)], alike.Sum(group => group.Count), [In(field, alike.Key)]))], 0);

    /// <summary>A choice by its id or name, or that there is none.</summary>
    internal static Condition In<TKey>(string field, TKey key) => key is null ? Empty(field) : new(field, Operator.In, Convert.ToString(key, CultureInfo.InvariantCulture)!);

    /// <summary>A line of text as a whole.</summary>
    internal static Condition Is(string field, string? text) => Named(text) is { } name ? new(field, Operator.Is, name) : Empty(field);

    internal static Text? Plain(string? text) => Named(text) is { } name ? new Text("{0}", name) : default(Text?);

    /// <summary>Nothing and an empty text are the same to a reader.</summary>
    internal static string? Named(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>What the admin calls these words, archived ones too.</summary>
    internal static async Task<Func<long?, Text?>> NamesAsync(CrmDbContext db, IEnumerable<long?> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.OfType<long>().Distinct().ToList();
        var english = Translations.Current == Translations.English;
        var names = await db.Dictionary.AsNoTracking().Where(word => wanted.Contains(word.Id))
            .ToDictionaryAsync(word => word.Id, word => english && word.EnglishName != null ? word.EnglishName : word.Name, cancellationToken);
        return id => id is { } known && names.TryGetValue(known, out var name) ? Plain(name) : default(Text?);
    }

    private static Condition Empty(string field) => new(field, Operator.Empty, "");
}
