namespace SalesCrm.Web.TagHelpers;

/// <summary>What a state or notice means; shown by colour together with an icon and words.</summary>
public enum StateKind
{
    Plain,
    Good,
    Warn,
    Bad,
    Info,
}
