using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Imports.Rows;

/// <summary>A word of a row that is not known here.</summary>
/// <param name="Word">As it would be created.</param>
/// <param name="Create">By which word a profile allows to create it; null where only what is known counts.</param>
public sealed record MissingWord(string Word, string? Create);

/// <summary>The unknown words of one field, those of most rows first.</summary>
public sealed record MissingWords(string Field, Text Label, string? Create, IReadOnlyList<(string Word, int Rows)> Words)
{
    /// <summary>They stand in a column, where others can be written for them; the company of a lead to whom a row points does not.</summary>
    public bool CanBeSwapped => Create != RowLinks.LeadCustomer;

    /// <summary>What the refused rows of a report name that is not known.</summary>
    public static IReadOnlyList<MissingWords> Of(IEnumerable<ReportRow> rows)
        => [.. rows.Where(row => !row.IsConflict).SelectMany(row => row.Problems).Where(problem => problem.Missing is not null)
            .GroupBy(problem => (problem.Field, problem.Missing!.Create))
            .Select(group => new MissingWords(group.Key.Field, group.Key.Create == RowLinks.LeadCustomer ? Creatables.TitleOf(RowLinks.LeadCustomer) : group.First().LabelText, group.Key.Create, [.. group.GroupBy(problem => problem.Missing!.Word, StringComparer.OrdinalIgnoreCase)
                .Select(words => (words.Key, words.Count())).OrderByDescending(pair => pair.Item2)]))];
}
