namespace SalesCrm.Web.Pages.Shared;

/// <summary>A question before an act that loses something; a page of its own, and a dialog where a link with <c>data-dialog</c> leads to it. All words are already translated.</summary>
/// <param name="Loss">What exactly will be lost or changed, and whether it can be undone.</param>
/// <param name="Action">What the button says: the act, not "OK".</param>
/// <param name="Back">Where 取消 leads.</param>
/// <param name="Fields">Hidden values that the form posts to the same address, such as the version.</param>
public sealed record Confirmation(string Title, string Loss, string Action, string Back, bool Danger = true, IReadOnlyDictionary<string, string>? Fields = null);
