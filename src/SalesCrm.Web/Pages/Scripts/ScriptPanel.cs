using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Scripts;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Web.Pages.Shared;

namespace SalesCrm.Web.Pages.Scripts;

/// <summary>The library beside a form; its buttons send that form.</summary>
/// <param name="Asking">The sensitive one that waits for a confirmation, as its button said it.</param>
public sealed record ScriptPanel(string? Query, IReadOnlyList<ScriptList.ScriptRow> Scripts, string? Asking = null, Text? Notice = null)
{
    public static IEnumerable<SelectListItem> Kinds => Options.Of<ScriptKind>(kind => kind.Name());
}
