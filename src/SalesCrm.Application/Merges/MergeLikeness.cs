using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Duplicates;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Merges;

/// <summary>What two files have in common, for whoever is about to make one of them; nothing at all is most likely a slip.</summary>
internal static class MergeLikeness
{
    public static async Task<IReadOnlyList<Text>> OfAsync(CrmDbContext db, MergePair pair, CancellationToken cancellationToken)
    {
        var (kept, other) = (pair.Kept, pair.Other);
        var contacts = await db.Contacts.AsNoTracking().Where(contact => contact.ArchivedAt == null && (contact.CustomerId == kept.Id || contact.CustomerId == other.Id))
            .Select(contact => new { contact.CustomerId, contact.PhoneKey, contact.MobileKey, contact.EmailKey, contact.DomainKey }).ToListAsync(cancellationToken);
        var sides = contacts.ToLookup(contact => contact.CustomerId);
        var (one, two) = (sides[kept.Id].ToList(), sides[other.Id].ToList());
        var names = NamesOf(kept).Any(name => NamesOf(other).Contains(name));
        var emails = Meet(one.Select(contact => contact.EmailKey), two.Select(contact => contact.EmailKey));
        var domains = emails ? [] : one.Select(contact => contact.DomainKey).OfType<string>().Intersect(two.Select(contact => contact.DomainKey).OfType<string>()).ToList();
        var facts = new (bool IsShared, Text Words)[]
        {
            (names, "名称相同"),
            (!names && FindDuplicates.IsSimilar(kept.NameKey, other.NameKey), "名称相近"),
            (Meet(one.SelectMany(contact => new[] { contact.PhoneKey, contact.MobileKey }), two.SelectMany(contact => new[] { contact.PhoneKey, contact.MobileKey })), "电话相同"),
            (emails, "邮箱相同"),
            (domains.Count > 0 && await IsTellingAsync(db, domains, cancellationToken), "邮箱同一公司"),
            (Meet([HostOf(kept.Website)], [HostOf(other.Website)]), "网址相同"),
            (Meet([KeyOf(kept.Address)], [KeyOf(other.Address)]), "地址相同"),
            (Meet([PlaceOf(kept)], [PlaceOf(other)]), "地区相同"),
        };
        return [.. facts.Where(fact => fact.IsShared).Select(fact => fact.Words)];
    }

    /// <summary>A domain that a crowd of files shares is no company's own.</summary>
    private static Task<bool> IsTellingAsync(CrmDbContext db, List<string> domains, CancellationToken cancellationToken)
        => db.Contacts.Where(contact => contact.ArchivedAt == null && contact.DomainKey != null && domains.Contains(contact.DomainKey)).GroupBy(contact => contact.DomainKey)
            .AnyAsync(domain => domain.Select(contact => contact.CustomerId).Distinct().Count() <= FindDuplicates.Crowd, cancellationToken);

    private static IEnumerable<string> NamesOf(Customer customer)
        => new[] { customer.NameKey, KeyOf(customer.ShortName) }.OfType<string>().Where(name => name.Length > 0);

    private static bool Meet(IEnumerable<string?> some, IEnumerable<string?> others) => some.OfType<string>().Intersect(others.OfType<string>()).Any();

    private static string? HostOf(string? site) => WebLink.TryRead(site, out var address) ? address.IdnHost.Replace("www.", "", StringComparison.Ordinal) : null;

    private static string? PlaceOf(Customer customer) => KeyOf(customer.City) ?? KeyOf(customer.Province);

    private static string? KeyOf(string? text) => NameKey.OfCompany(text) is { Length: > 0 } key ? key : null;
}
