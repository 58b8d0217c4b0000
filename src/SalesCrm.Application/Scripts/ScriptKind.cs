using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Scripts;

/// <summary>The five kinds of sentences, and questions.</summary>
public enum ScriptKind
{
    Question = 1,
    Listening = 2,
    UniqueValue = 3,
    Urgency = 4,
    SocialProof = 5,
    LongTerm = 6,
}

public static class ScriptKindNames
{
    public static Text Name(this ScriptKind kind) => kind switch
    {
        ScriptKind.Question => "提问",
        ScriptKind.Listening => "倾听需求",
        ScriptKind.UniqueValue => "独特价值",
        ScriptKind.Urgency => "紧迫感",
        ScriptKind.SocialProof => "社交证据",
        ScriptKind.LongTerm => "长期合作",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
