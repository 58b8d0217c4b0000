using System.Globalization;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Imports.Rows;

/// <summary>
/// Puts the values of a row into a record and remembers what that changed. An empty cell never erases what is on file: a file rarely has
/// every column.
/// </summary>
internal sealed class RowEdit(ImportRow row, bool isNew)
{
    public bool IsNew => isNew;

    public bool HasChanged { get; private set; }

    public void Set(Text label, string? before, string? now, Action<string> set)
    {
        if (now is not null && now != before)
        {
            set(now);
            Changed(label, before, now);
        }
    }

    public void Set<T>(Text label, T? before, T? now, Action<T> set, Func<T, string>? say = null)
        where T : struct
    {
        if (now is { } value && !value.Equals(before))
        {
            set(value);
            Changed(label, before is { } was ? Say(was) : null, Say(value));
        }

        string Say(T value) => say?.Invoke(value) ?? (value is DateOnly day ? DayOf(day)! : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
    }

    /// <summary>A day as reports keep it, to be said in the reader's words.</summary>
    public static string? DayOf(DateOnly? day) => day?.ToString(ReportChange.Day, CultureInfo.InvariantCulture);

    public void Changed(Text label, string? before, string? now)
    {
        HasChanged = true;
        if (!isNew)
        {
            row.Changes.Add(new RowChange(label, before, now));
        }
    }

    /// <summary>Says what became of the row.</summary>
    public void Close() => row.Outcome = isNew ? RowOutcome.Created : HasChanged ? RowOutcome.Updated : RowOutcome.Unchanged;
}
