using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Shared.Values;

/// <summary>
/// A contact in one cell, 姓名/职位/电话/邮箱. Each part may be empty, and is kept as it was written even when it is no phone
/// number or address (<c>/采购经理/xxxx5678/zhangsanxxx</c>).
/// </summary>
internal readonly record struct ContactCell(string? Name, string? Title, string? Phone, string? Email)
{
    private const int Parts = 4;

    public static Reading<ContactCell?> Read(string? typed)
    {
        if (TypedText.IsNothing(typed))
        {
            return default(ContactCell?);
        }

        var text = typed!.Trim();
        if (text.AsSpan().ContainsAny('\r', '\n'))
        {
            return Reading<ContactCell?>.Refused("一格只写一位联系人，其他联系人请另起一行");
        }

        var parts = text.Split('/', '／').Select(part => part.Trim() is { Length: > 0 } kept && !TypedText.IsNothing(kept) ? kept : null).ToArray();
        return parts.Length switch
        {
            > Parts => Reading<ContactCell?>.Refused(new Text("联系人“{0}”多于四段，请写成“姓名/职位/电话/邮箱”", TypedText.Quoted(typed))),
            1 when ReachText.In(text) is { Second: null } told => new ContactCell(told.Name, told.Title, told.Phone, told.Email),
            Parts => new ContactCell(parts[0], parts[1], parts[2], parts[3]),
            _ => OfFew(parts),
        };
    }

    /// <summary>The cell of this contact; as it was written where <paramref name="original"/> still says the same.</summary>
    public string ToCell(string? original = null)
        => original is not null && Read(original).Value == this ? original : string.Join('/', Name, Title, Phone, Email);

    /// <summary>Of fewer parts only what cannot be mistaken for something else leaves its place: numbers and addresses.</summary>
    private static ContactCell OfFew(string?[] parts)
    {
        var email = parts.FirstOrDefault(part => EmailKey.Of(part) is not null);
        var phone = parts.FirstOrDefault(part => PhoneKey.Of(part) is not null);
        var words = parts.Where(part => part is null || (part != email && part != phone)).ToArray();
        return words.Length <= 2
            ? new(words.ElementAtOrDefault(0), words.ElementAtOrDefault(1), phone, email)
            : new(words[0], words[1], words[2], null);
    }
}
