using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Demo;

/// <summary>
/// Makes some files look as if one customer had been entered twice: a colleague's second file with the same phone, a name written in another way, a name with one wrong
/// character. Nothing is added and no figure moves.
/// </summary>
internal static class DemoTwins
{
    private const int Pairs = 6;

    /// <summary>Brands' last characters, and what somebody types who only heard the name.</summary>
    private static readonly Dictionary<char, char> Misheard = new()
    {
        ['峰'] = '锋',
        ['翔'] = '祥',
        ['跃'] = '越',
        ['越'] = '跃',
        ['辉'] = '晖',
        ['阳'] = '洋',
        ['洋'] = '阳',
        ['晨'] = '辰',
        ['帆'] = '凡',
        ['轩'] = '宣',
        ['源'] = '原',
        ['川'] = '传',
        ['图'] = '途',
        ['林'] = '琳',
        ['岚'] = '蓝',
        ['泽'] = '则',
    };

    /// <summary>Takes the files from the first batch, far enough apart that they do not stand beside each other anywhere.</summary>
    public static void Place(DemoBatch batch)
    {
        var files = batch.Customers.Where(customer => customer.OwnerId is not null).ToList();
        var free = files.Skip(files.Count / 2).ToList();
        var old = files.Take(files.Count / 2).Where((_, at) => at % 3 == 1).ToList();
        for (var pair = 0; pair < Pairs; pair++)
        {
            // Every second pair belongs to one person, who can merge it himself.
            var known = old.Find(file => pair % 3 != 1 || Misheard.ContainsKey(file.ShortName![^1]));
            var twin = known is null ? null : free.Find(other => other.OwnerId == known.OwnerId == (pair % 2 == 0));
            if (known is null || twin is null)
            {
                continue;
            }

            old.Remove(known);
            free.Remove(twin);
            switch (pair % 3)
            {
                case 0:
                    Call(batch, known, twin);
                    break;
                case 1:
                    Rename(known, twin, known.ShortName![..^1] + Misheard[known.ShortName[^1]]);
                    break;
                default:
                    Rename(known, twin, known.ShortName!);
                    break;
            }
        }
    }

    private static void Call(DemoBatch batch, Customer known, Customer twin)
    {
        var (one, other) = (Primary(batch, known), Primary(batch, twin));
        (other.Name, other.Title, other.Mobile) = (one.Name, one.Title, one.Mobile);
        other.DeriveKeys();
    }

    /// <summary>Without its legal form and with the city before the brand's trade left in brackets, as people shorten it.</summary>
    private static void Rename(Customer known, Customer twin, string brand)
    {
        var name = brand + known.Name[known.ShortName!.Length..].Replace("（", "(", StringComparison.Ordinal).Replace("）", ")", StringComparison.Ordinal);
        name = name[..(name.IndexOf(')', StringComparison.Ordinal) + 1)];
        twin.Rename(name, NameKey.OfCompany(name));
        (twin.ShortName, twin.Province, twin.City, twin.IndustryId) = (brand, known.Province, known.City, known.IndustryId);
    }

    private static Contact Primary(DemoBatch batch, Customer customer) => batch.Contacts.First(contact => contact.CustomerId == customer.Id && contact.IsPrimary);
}
