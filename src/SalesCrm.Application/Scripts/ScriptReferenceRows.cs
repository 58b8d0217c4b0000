namespace SalesCrm.Application.Scripts;

/// <summary>What the library of every new database holds: the question that opens a talk, and one sentence of each kind to begin from.</summary>
internal static class ScriptReferenceRows
{
    internal static IEnumerable<Script> All(DateTime now) =>
    [
        new() { Kind = ScriptKind.Question, Text = "您目前遇到的最大挑战是什么？", Tags = "需求 开场", CreatedAt = now },
        new() { Kind = ScriptKind.Question, Text = "这个项目的预算和最终决定由哪位负责？", Tags = "预算 决策", IsSensitive = true, CreatedAt = now },
        new() { Kind = ScriptKind.Listening, Text = "我了解到您想要解决的问题是……，我理解得对吗？", Tags = "需求 确认", CreatedAt = now },
        new() { Kind = ScriptKind.UniqueValue, Text = "和您现在的做法相比，我们能在……上为您省下……。", Tags = "价值 对比", CreatedAt = now },
        new() { Kind = ScriptKind.Urgency, Text = "按您说的上线日期倒推，本周确认方案，交付才来得及。", Tags = "交期 推进", CreatedAt = now },
        new() { Kind = ScriptKind.SocialProof, Text = "和您同行业的……已经在用，他们的结果是……。", Tags = "案例 同行", CreatedAt = now },
        new() { Kind = ScriptKind.LongTerm, Text = "我们希望的不是一次成交，交付之后每个季度我都会来回访。", Tags = "服务 回访", CreatedAt = now },
    ];
}
