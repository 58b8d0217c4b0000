using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Database;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin.Dictionaries;

[OnlyFor(Role.Admin)]
public sealed class EditModel(WordList words, SaveWord save, LastChange changes, CurrentActor current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public SaveWord.Input Input { get; set; } = new();

    public DictionaryKind Kind { get; private set; }

    /// <summary>As it is stored.</summary>
    public WordList.WordRow Word { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Input = new() { Name = Word.Name, EnglishName = Word.EnglishName, IsArchived = Word.IsArchived, Version = Word.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var outcome = await save.ExecuteAsync(Kind, Id, Input, current, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "已保存");
            return this.GoTo($"/admin/dictionaries?kind={Kind}");
        }

        Conflict = outcome.Kind == OutcomeKind.Conflict ? Compare(await changes.FindAsync("DictionaryEntry", Id, cancellationToken)) : null;
        return this.Refuse(outcome);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await words.FindAsync(Id, cancellationToken) is not { } found)
        {
            return false;
        }

        (Kind, Word) = found;
        return true;
    }

    private Conflict Compare(LastChange.Change change)
    {
        var theirs = new SaveWord.Input { Name = Word.Name, EnglishName = Word.EnglishName, IsArchived = Word.IsArchived };
        return new(change, Word.Version.ToString(), new Versions<SaveWord.Input>(Input, theirs)
            .Words("Name", "名称", word => word.Name)
            .Words("EnglishName", "英文名称", word => word.EnglishName)
            .Mark("IsArchived", "归档，不再提供选择", word => word.IsArchived)
            .Fields);
    }
}
