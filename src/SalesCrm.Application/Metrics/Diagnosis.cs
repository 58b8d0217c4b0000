using System.Globalization;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Metrics;

/// <summary>What is wrong in a period and where: targets missed, the step, source and person with the largest loss.</summary>
public sealed class Diagnosis(IReadOnlyList<Gap> gaps, FunnelSheet? funnel, IReadOnlyList<MetricsRow> sources, IReadOnlyList<MetricsRow> people)
{
    /// <summary>A scope with less than this percent of the leads proves nothing.</summary>
    private const decimal LeastShare = 5;

    public IReadOnlyList<Gap> Gaps => gaps;

    public IEnumerable<Gap> Missed => gaps.Where(gap => gap.IsMissed);

    /// <summary>The main problem (主要问题) in words; null when every target is met.</summary>
    public Text? Problem => ProblemOf(gaps);

    /// <summary>Conversion is low: the step into which the smallest share goes.</summary>
    public FunnelStep? Leak => IsMissing(Metric.Conversion) || IsMissing(Metric.WonCustomers) || IsMissing(Metric.WinRate) ? funnel?.Worst : null;

    /// <summary>The cycle is long: the step that takes the most days.</summary>
    public FunnelStep? Delay => IsMissing(Metric.Cycle) || IsMissing(Metric.DealDays) ? funnel?.Slowest : null;

    public MetricsRow? WeakestSource => IsMissing(Metric.Conversion) ? Weakest(sources) : null;

    public MetricsRow? WeakestPerson => IsMissing(Metric.Conversion) ? Weakest(people) : null;

    /// <summary>What the guides advise against it.</summary>
    public IEnumerable<Text> Advice
    {
        get
        {
            if (Leak is { } leak)
            {
                yield return leak.Stage switch
                {
                    StageCode.FirstContact => "线索分配后 24 小时内完成首次联系，联系不上的换一种方式再联系",
                    StageCode.NeedsAnalysis => "增加“需求挖掘”专项培训，每周1次",
                    StageCode.Proposal => "方案提交前与技术共同评审，并约定讲解时间",
                    StageCode.Contract => "复盘未签约的方案：价格、交付周期和竞争对手",
                    _ => "复盘最近丢单的商机，按原因归类",
                };
            }

            if (Delay is { } delay)
            {
                yield return delay.Stage == StageCode.Contract ? "简化合同审批" : new Text("为“{0}”约定每一步的完成日期，超期的每周检查", delay.Name);
            }

            if (IsMissing(Metric.Repurchase))
            {
                yield return "成交后 3 天内做售后跟进，并登记二次商机";
            }

            if (IsMissing(Metric.Aov) || IsMissing(Metric.DealSize))
            {
                yield return "报价时附上组合方案和增值服务";
            }
        }
    }

    /// <summary>Every headline target that is missed, in the template's own words.</summary>
    public static Text? ProblemOf(IReadOnlyList<Gap> gaps)
    {
        Text? whole = null;
        foreach (var gap in gaps.Where(gap => gap.IsMissed))
        {
            var sentence = Sentence(gap);
            whole = whole is { } before ? new Text("{0}；{1}", before, sentence) : sentence;
        }

        return whole;
    }

    private static Text Sentence(Gap gap)
    {
        var target = gap.Target.ToString("#,0.##", CultureInfo.InvariantCulture);
        return gap.Metric switch
        {
            Metric.Leads => new Text("线索数量低于目标({0}条)", target),
            Metric.WonCustomers => new Text("成交客户数量低于目标({0}家)", target),
            Metric.Conversion => new Text("线索转化率低于目标({0}%)", target),
            Metric.Aov => new Text("客单价低于目标({0}元)", target),
            Metric.Repurchase => new Text("复购率低于目标({0}%)", target),
            Metric.Cycle => new Text("平均销售周期高于目标({0}天)", target),
            Metric.WinRate => new Text("赢单率低于目标({0}%)", target),
            Metric.DealSize => new Text("平均单额低于目标({0}元)", target),
            Metric.DealDays => new Text("平均赢单天数高于目标({0}天)", target),
            Metric.Amount => new Text("成交额低于目标({0}元)", target),
            _ => throw new ArgumentOutOfRangeException(nameof(gap), gap.Metric, null),
        };
    }

    private bool IsMissing(Metric metric) => gaps.Any(gap => gap.Metric == metric && gap.IsMissed);

    private static MetricsRow? Weakest(IReadOnlyList<MetricsRow> rows)
    {
        var all = rows.Sum(row => row.Figures.Leads);
        return rows.Where(row => row.Key != 0 && row.Figures.Leads > 0 && 100m * row.Figures.Leads >= LeastShare * all).ToList() is { Count: > 1 } known
            ? known.MinBy(row => row.Figures[Metric.Conversion])
            : null;
    }
}
