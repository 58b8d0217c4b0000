namespace SalesCrm.Web.Htmx;

/// <summary>
/// How htmx behaves on every page. No eval and no injected style, because the security policy refuses both;
/// a refused form (422) and a conflict (409) are shown in place like any other answer, other failures leave the page as it is.
/// </summary>
public static class HtmxConfig
{
    public const string Json = """
        {"includeIndicatorStyles":false,"allowEval":false,"allowScriptTags":false,"selfRequestsOnly":true,"historyCacheSize":0,"refreshOnHistoryMiss":true,"timeout":30000,"defaultSwapStyle":"outerHTML","scrollBehavior":"auto","responseHandling":[{"code":"204","swap":false},{"code":"[23]..","swap":true},{"code":"409","swap":true},{"code":"422","swap":true},{"code":"...","swap":false,"error":true}]}
        """;
}
