using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Web.Pages.Admin.Dictionaries;

internal static class KindTitles
{
    public static Text Title(this DictionaryKind kind) => kind switch
    {
        DictionaryKind.Industry => "所属行业",
        DictionaryKind.Source => "客户来源",
        DictionaryKind.CompanySize => "企业规模",
        DictionaryKind.LossReason => "丢单原因",
        DictionaryKind.DisqualifyReason => "淘汰原因",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
