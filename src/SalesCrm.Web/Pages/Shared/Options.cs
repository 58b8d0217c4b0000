using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;

namespace SalesCrm.Web.Pages.Shared;

/// <summary>What a select offers.</summary>
public static class Options
{
    public static IEnumerable<SelectListItem> Of(IEnumerable<Words.Word> words)
        => words.Select(word => new SelectListItem(word.Name, word.Id.ToString(CultureInfo.InvariantCulture)));

    public static IEnumerable<SelectListItem> Of(IEnumerable<People.Person> people)
        => people.Select(person => new SelectListItem(Named(person), person.Id.ToString(CultureInfo.InvariantCulture)));

    public static IEnumerable<SelectListItem> Of<TEnum>(Func<TEnum, Text> name)
        where TEnum : struct, Enum
        => Enum.GetValues<TEnum>().Select(value => new SelectListItem(Translations.Current.Say(name(value)), value.ToString()));

    private static string Named(People.Person person)
    {
        var name = person.Team is null ? person.Name : $"{person.Name} · {person.Team}";
        return person.HasLeft ? Translations.Current.Say(new Text("{0}（已停用）", name)) : name;
    }
}
