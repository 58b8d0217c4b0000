using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Columns;

/// <summary>Remembers which columns of a list somebody wants and in which order, or forgets it again. A preference: nothing else changes, so the trail keeps none.</summary>
public sealed class ChooseColumns(CrmDbContext db)
{
    private const int LastPlace = 999;

    public sealed class Input
    {
        /// <summary>Codes of the columns that are to be shown.</summary>
        public List<string> Shown { get; set; } = [];

        /// <summary>The place of each column, by its code; the smallest stands first.</summary>
        public Dictionary<string, string?> Places { get; set; } = [];

        /// <summary>Back to the standard.</summary>
        public bool Reset { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(ListColumns list, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var all = await db.ColumnsAsync(list, actor, cancellationToken);
        var places = new Dictionary<string, int>();
        foreach (var column in input.Reset ? [] : all)
        {
            var typed = input.Places.GetValueOrDefault(column.Code)?.Trim();
            if (string.IsNullOrEmpty(typed))
            {
                places[column.Code] = LastPlace;
            }
            else if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place is >= 1 and <= LastPlace)
            {
                places[column.Code] = place;
            }
            else
            {
                return Outcome.Invalid($"{nameof(Input.Places)}[{column.Code}]", new Text("顺序应在 1 至 {0} 之间", LastPlace));
            }
        }

        string[] codes = [.. all.Where(column => input.Shown.Contains(column.Code) || column.IsAlways).OrderBy(column => places.GetValueOrDefault(column.Code)).Select(column => column.Code)];
        await db.InTransactionAsync(actor, async token =>
        {
            var choice = await db.ColumnChoices.SingleOrDefaultAsync(one => one.UserId == actor.UserId && one.List == list.Kind, token);
            if (input.Reset)
            {
                db.ColumnChoices.RemoveRange(choice is null ? [] : [choice]);
            }
            else if (choice is null)
            {
                db.ColumnChoices.Add(new ColumnChoice { UserId = actor.UserId, List = list.Kind, Codes = string.Join(',', codes) });
            }
            else
            {
                choice.Codes = string.Join(',', codes);
            }

            await db.SaveChangesAsync(token);
            return 0;
        }, cancellationToken);
        return Outcome.Done();
    }
}
