using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SalesCrm.Web.Pages.Preferences;

/// <summary>On a phone: everything that the bar at the foot has no room for.</summary>
[Authorize]
public sealed class MenuModel : PageModel;
