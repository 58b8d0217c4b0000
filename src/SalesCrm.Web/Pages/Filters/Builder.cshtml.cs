using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Filters;

/// <summary>Puts the conditions of a list together. Everything travels in the address, so that each step is a page of its own without script.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin)]
public sealed class BuilderModel(ConditionWords words, SavedFilters saved, FilterCounts counts, FilterReader filters, CurrentActor actor) : PageModel
{
    /// <param name="Sentence">What it asks; null where it asks nothing.</param>
    /// <param name="Without">The builder without it.</param>
    public sealed record Chip(Text? Sentence, string Value, string Without);

    /// <param name="Sentence">What it would ask.</param>
    /// <param name="Added">The builder with it, at the same field.</param>
    public sealed record Pending(Text Sentence, string Added);

    [BindProperty(SupportsGet = true, Name = "")]
    public ConditionForm Row { get; set; } = new();

    public FilteredList List { get; private set; } = null!;

    public IReadOnlyList<FilterField> Fields { get; private set; } = [];

    public FilterField? Chosen { get; private set; }

    public IReadOnlyList<FilterChoice> Choices { get; private set; } = [];

    /// <summary>What narrows the list so far.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs { get; private set; } = [];

    public IReadOnlyList<Chip> Chips { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>What was put together for another field and not added before this one was chosen.</summary>
    public Pending? Left { get; private set; }

    /// <summary>The saved filter with which this began, when it is the reader's own.</summary>
    public SavedFilters.Row? Saved { get; private set; }

    public string Query => QueryText.Of(Pairs);

    public async Task<IActionResult> OnGetAsync(string list, CancellationToken cancellationToken)
    {
        if (FilteredList.Of(list, actor.Value.Role) is not { } filtered)
        {
            return NotFound();
        }

        List = filtered;
        Fields = await words.FieldsAsync(filtered.Subject, actor, cancellationToken);
        Pairs = SimpleFilters.AsConditions(QueryText.Narrowing(ConditionQuery.Pairs(Request)), Fields);
        Saved = Number(QueryText.Saved) is { } id && await saved.FindAsync(id, actor, cancellationToken) is { IsMine: true } row && row.Subject == filtered.Subject ? row : null;
        Chosen = Fields.FirstOrDefault(field => field.Code == Row.Field);
        if (Fields.FirstOrDefault(field => field.Code == Row.Of) is { } before && Chosen is not null && before != Chosen)
        {
            Left = await LeftAsync(before, cancellationToken);
            Row.CarryOver(before, Chosen);
        }
        else if (Chosen is not null && Row.Op is { } asked && Chosen.Operators.Contains(asked) && (Row.Add || (Row.Then is not null && Row.IsBegun(Chosen, asked))))
        {
            var (added, problem) = Row.Read(Chosen, asked);
            if (added.Count > 0)
            {
                Pairs = [.. Pairs.Concat(added).Distinct()];
                return Redirect(Destination() ?? Here(Pairs));
            }

            ModelState.AddModelError("Row.Value", Translations.Current.Say(problem));
        }

        if (ModelState.IsValid && Destination() is { } there)
        {
            return Redirect(there);
        }

        Choices = Chosen is null ? [] : await words.ChoicesAsync(Chosen, actor, cancellationToken);
        Chips = await ChipsAsync(cancellationToken);
        Count = (await counts.OfAsync([await filters.OfAsync(filtered.Subject, this, Request.Query)], Counting.Most, actor, cancellationToken))[0];
        return Page();
    }

    /// <summary>Where somebody who has put everything together wants to go.</summary>
    private string? Destination() => Row.Then switch
    {
        "list" => List.With(Query),
        "new" => $"/filters/{List.Name}/new?{Query}",
        "edit" when Saved is { } own => $"/filters/{own.Id}/edit?{Query}",
        "board" when List.HasBoard => $"/{List.Name}/board?{Query}",
        _ => null,
    };

    private async Task<Pending?> LeftAsync(FilterField before, CancellationToken cancellationToken)
    {
        if (Row.Op is not { } asked || !before.Operators.Contains(asked) || !Row.IsBegun(before, asked) || Row.Read(before, asked).Pairs is not { Count: > 0 } left)
        {
            return null;
        }

        var told = await words.TellAsync(List.Subject, left, actor, cancellationToken);
        return told is [{ Sentence: { } sentence }, ..] ? new Pending(sentence, $"{Here(Pairs.Concat(left).Distinct())}&field={Uri.EscapeDataString(Chosen!.Code)}") : null;
    }

    /// <summary>This page with other conditions.</summary>
    private string Here(IEnumerable<KeyValuePair<string, string>> pairs)
        => $"/filters/{List.Name}?{QueryText.Of(Saved is null ? pairs : pairs.Prepend(KeyValuePair.Create(QueryText.Saved, Saved.Id.ToString(CultureInfo.InvariantCulture))))}";

    private async Task<IReadOnlyList<Chip>> ChipsAsync(CancellationToken cancellationToken)
    {
        var told = (await words.TellAsync(List.Subject, Pairs, actor, cancellationToken)).ToLookup(one => (one.Name, one.Value), one => one.Sentence);
        return [.. Pairs.Select(pair => new Chip(
            told.Contains((pair.Key, pair.Value)) ? told[(pair.Key, pair.Value)].First() : SimpleFilters.Words(pair.Key, pair.Value),
            pair.Value,
            Here(Pairs.Where(other => !other.Equals(pair)))))];
    }

    private long? Number(string name) => long.TryParse(Request.Query[name].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
