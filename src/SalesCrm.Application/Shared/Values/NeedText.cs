using System.Text.RegularExpressions;

namespace SalesCrm.Application.Shared.Values;

/// <summary>
/// Quantity and budget out of a need: <c>需要采购20套办公软件，预算5万</c> gives 20 and 50,000 yuan. What is not said plainly
/// (a range, several quantities) is left empty; the text itself stays what is kept and shown.
/// </summary>
internal readonly partial record struct NeedText(int? Quantity, decimal? Budget)
{
    public static NeedText In(string? text)
        => string.IsNullOrEmpty(text) || text.Length > 4000 ? default : new(QuantityIn(text), BudgetIn(text));

    private static int? QuantityIn(string text)
        => QuantityShape().Matches(text) is [var only] ? CountText.Read(only.Groups["number"].Value).Value : null;

    private static decimal? BudgetIn(string text)
    {
        if (BudgetShape().Matches(text) is not [var only])
        {
            return null;
        }

        return MoneyText.Read(only.Groups["amount"].Value.Trim()).Value;
    }

    [GeneratedRegex(
        @"(?:采购|採購|购买|購買|订购|訂購|需要|购置|添置|买|需)\s*(?:约|大约)?\s*(?<number>[0-9０-９][0-9０-９,]{0,12})\s*(?:套|台|臺|个|個|件|份|辆|輛|吨|噸|席|用户|用戶|批|盒|箱|组|組|张|張|部|支|本|座|条|條|把|间|間|米|公斤|节|節)",
        RegexOptions.CultureInvariant)]
    private static partial Regex QuantityShape();

    // A number after the amount would make it a range (5-8万) or another number.
    [GeneratedRegex(
        @"[预預]算\s*(?:金额|总额)?\s*(?:为|為|是|约|大约|在|有|:|：)?\s*(?<amount>[¥￥]?\s*(?:[0-9０-９]{1,3}(?:,[0-9]{3})+|[0-9０-９]{1,12})(?:\.[0-9]+)?\s*(?:百?[万萬]|千[万萬]|千|[亿億])?元?)(?![0-9０-９.,a-zA-Z%％~～\-–—万萬千百亿億元到至])",
        RegexOptions.CultureInvariant)]
    private static partial Regex BudgetShape();
}
