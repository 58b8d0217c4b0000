using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Columns;

/// <summary>Remembers which columns of a list somebody wants and in which order, or forgets it again. A preference: nothing else changes, so the trail keeps none.</summary>
public sealed class ChooseColumns(CrmDbContext db)
{
    public sealed class Input
    {
        /// <summary>Codes of the columns that are to be shown.</summary>
        public List<string> Shown { get; set; } = [];

        /// <summary>Codes of all columns in the order that they are to have; one that it does not name stands behind them.</summary>
        public List<string> Order { get; set; } = [];

        /// <summary>Back to the standard.</summary>
        public bool Reset { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(ListColumns list, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var all = await db.ColumnsAsync(list, actor, cancellationToken);
        string[] codes = [.. InOrder(all, input.Order).Where(column => input.Shown.Contains(column.Code) || column.IsAlways).Select(column => column.Code)];
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

    /// <summary>Columns as somebody has put them; those of the front stay in front.</summary>
    public static IEnumerable<ListColumn> InOrder(IEnumerable<ListColumn> columns, IList<string> order)
        => columns.OrderByDescending(column => column.IsFront).ThenBy(column => column.IsFront ? 0 : order.IndexOf(column.Code) is >= 0 and var place ? place : int.MaxValue);
}
