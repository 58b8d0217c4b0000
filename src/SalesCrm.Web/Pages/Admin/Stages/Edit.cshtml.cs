using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Opportunities.Stages;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin.Stages;

[OnlyFor(Role.Admin)]
public sealed class EditModel(EditStage edit, StageList stages, CurrentActor actor) : PageModel
{
    [BindProperty]
    public StageForm Input { get; set; } = new();

    public StageRow Stage { get; private set; } = null!;

    /// <summary>Closed steps have a name only.</summary>
    public bool HasRules => Stage.Code <= StageCode.Contract;

    public async Task<IActionResult> OnGetAsync(StageCode code, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(code, cancellationToken))
        {
            return NotFound();
        }

        Input = new() { Name = Stage.Name, EnglishName = Stage.EnglishName, Probability = Stage.Probability, ExpectedDays = Stage.ExpectedDays, Rules = [.. Stage.Rules], Version = Stage.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(StageCode code, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(code, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await edit.ExecuteAsync(code, Input.ToInput(Stage), actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return this.Refuse(outcome);
        }

        Toast.Show(this, "阶段已保存");
        return this.GoTo("/admin/stages");
    }

    private async Task<bool> LoadAsync(StageCode code, CancellationToken cancellationToken)
    {
        if ((await stages.ReadAsync(cancellationToken)).FirstOrDefault(stage => stage.Code == code) is not { } stage)
        {
            return false;
        }

        Stage = stage;
        return true;
    }

    /// <summary>What the form posts.</summary>
    public sealed class StageForm
    {
        public string? Name { get; set; }
        public string? EnglishName { get; set; }
        public int? Probability { get; set; }
        public int? ExpectedDays { get; set; }
        public List<ExitRule> Rules { get; set; } = [];
        public Guid Version { get; set; }

        public EditStage.Input ToInput(StageRow stage) => new()
        {
            Name = Name,
            EnglishName = EnglishName,
            Probability = stage.Code <= StageCode.Contract ? Probability : stage.Probability,
            ExpectedDays = ExpectedDays,
            Rules = Rules,
            Version = Version,
        };
    }
}
