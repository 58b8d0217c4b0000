using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Audit;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Admin;

/// <summary>Who did what in the whole company. Shows, changes nothing.</summary>
[OnlyFor(Role.Admin)]
public sealed class AuditModel(AuditLog log, People people, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long? UserId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? SubjectId { get; set; }

    [BindProperty(SupportsGet = true)]
    public AuditAct? Act { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    public Page<AuditLog.AuditRow> Entries { get; private set; } = null!;

    public IReadOnlyList<People.Person> Persons { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var filter = new AuditLog.Filter { UserId = UserId, Subject = Subject, SubjectId = SubjectId, Act = Act, From = From, Until = Until };
        Entries = await log.ReadAsync(filter, QueryLink.Page(Request, "-id"), actor, cancellationToken);
        if (!Request.IsFragment())
        {
            Persons = await people.ColleaguesAsync(cancellationToken);
        }

        return this.PageOrFragment("/Pages/Audit/_Entries.cshtml", Entries);
    }
}
