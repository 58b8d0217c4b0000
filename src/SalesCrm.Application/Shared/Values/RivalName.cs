using System.Text.RegularExpressions;

namespace SalesCrm.Application.Shared.Values;

/// <summary>Tells a competitor's name from the common words that stand before a price.</summary>
/// <param name="Name">As written; null where only 竞品, 对手 or nothing stands there.</param>
/// <param name="IsCertain">It is written as only companies are.</param>
internal readonly partial record struct RivalName(string? Name, bool IsCertain)
{
    private const int LongestGuess = 12;

    /// <summary>The names in what stands before a price; nothing where it is about something else.</summary>
    /// <param name="words">As written.</param>
    /// <param name="folded">The same in one width, script and case.</param>
    /// <param name="saysPrice">A price is spoken of, not another quality.</param>
    public static IEnumerable<RivalName> In(string words, string folded, bool saysPrice)
    {
        foreach (var (from, length) in Parts(folded))
        {
            var (start, end) = Bare(folded, from, from + length);
            var name = folded[start..end];
            if (name.Length == 0 || Generic().IsMatch(name))
            {
                yield return saysPrice || name.Length > 0 ? new(null, false) : default;
            }
            else if (Written().IsMatch(name) && !NotOne().IsMatch(name))
            {
                yield return new(words[start..end], true);
            }
            else if (saysPrice && name.Length is >= 2 and <= LongestGuess && !Common().IsMatch(name))
            {
                yield return new(words[start..end], false);
            }
        }
    }

    private static IEnumerable<(int From, int Length)> Parts(string folded)
    {
        var from = 0;
        foreach (var match in And().Matches(folded).Where(match => match.Index > 0))
        {
            yield return (from, match.Index - from);
            from = match.Index + match.Length;
        }

        yield return (from, folded.Length - from);
    }

    private static (int Start, int End) Bare(string folded, int start, int end)
    {
        var before = Before().Match(folded[start..end]);
        start += before.Length;
        var after = After().Match(folded[start..end]);
        return (start, after.Success ? start + after.Index : end);
    }

    /// <summary>竞品A or A公司 anywhere, or a company behind "the rival is".</summary>
    [GeneratedRegex(@"(?<who>竞品 ?[a-z0-9甲乙丙丁](?![a-z0-9]))|(?<![a-z0-9])(?<who>[a-z0-9]{1,3}公司)|(?:对手|竞品)(?:是|为|有|:)\s*(?<who>[^\s是为有:]{2,20}(?:公司|集团|科技|软件|股份))", RegexOptions.CultureInvariant)]
    internal static partial Regex Standing();

    [GeneratedRegex(@"和|与|及|/|&", RegexOptions.CultureInvariant)]
    private static partial Regex And();

    [GeneratedRegex(@"^(?:\s|[""'“”‘’「」『』《》【】\[\]()]|客户(?:提到|说|反映|反馈|表示|称|透露|认为|觉得)?|采购(?:提到|说)|听说|据说|据悉|提到|目前|现在|另外|其中|还有|另有|遇到|但是|不过|但|而|因为|由于|主要|(?:竞争)?对手(?:是|为|有)|竞品(?:是|为|有)|:|有)*", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex(@"(?:\s|[""'“”‘’「」『』《》【】\[\]():]|的|也|都|这次|此次|本次|最终|目前|现在|那边|这边|方面|给的|给出的?|开出的?)+$", RegexOptions.CultureInvariant)]
    private static partial Regex After();

    [GeneratedRegex(@"^(?:我们的)?(?:主要)?(?:竞品|竞争对手|竞对|对手|对方|友商|同行|他们|它们|别家|另一家|其他家|其它家|竞争者|一家)$", RegexOptions.CultureInvariant)]
    private static partial Regex Generic();

    [GeneratedRegex(@"^竞品 ?(?:[a-z0-9]{1,3}|[甲乙丙丁])$|^[^\s]{1,20}(?:公司|集团|科技|软件|股份|实业|电子|机械)$", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    /// <summary>Some company, not one with a name.</summary>
    [GeneratedRegex(@"^(?:某|一|这|那|该|几|各|另|别|其他|其它|本|贵|我|他|对方|竞争|竞品|同行|有的|有些|国外|国内|外资|本地|当地|小|大)+(?:家|个|的|们)*(?:公司|集团|科技|软件|股份|实业|电子|机械)$|说|认为|希望|报价|价格|低|高", RegexOptions.CultureInvariant)]
    private static partial Regex NotOne();

    /// <summary>Words of trade: what holds one of them is no name that may be guessed.</summary>
    [GeneratedRegex(@"竞品|对手|对方|友商|同行|竞争|其他|其它|别的|他们|它们|某|一家|两家|几家|厂家|厂商|供应|客户|我们|我方|我司|咱们|价|产品|质量|品质|服务|交期|交付|市场|预算|成本|折|利润|毛利|税|希望|要求|材|料|去年|今年|明年|上次|这次|本次|上期|预计|期望|目标|同比|环比|方案|项目|订单|采购|数量|运费|费|配置|品牌|型号|版本|业绩|销量|份额|风险|金额|合同|[0-9]年|[0-9]月|[0-9]日|导致|如果|可能|应该|需要|可以|建议|必须|比例|返点|汇率|总体|整体|平均|大概|大约|有的|国产|进口|本地|国外|不|没|很|更|最|低|高|贵|便宜|比|套|台|%|小厂|大厂|效率|性能|门槛|标准|水平|起订|行业|地区|渠道", RegexOptions.CultureInvariant)]
    private static partial Regex Common();
}
