using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Imports.Running;

namespace SalesCrm.Application.Imports.References;

/// <summary>The words of one of the admin's lists, by their Chinese or English name.</summary>
internal class WordBook(ImportRun run, DictionaryKind kind) : NameBook(run)
{
    private int _position;

    protected List<string> Names { get; } = [];

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var words = await Run.Db.Dictionary.AsNoTracking().Where(word => word.Kind == kind).OrderBy(word => word.Position).ThenBy(word => word.Id).ToListAsync(cancellationToken);
        _position = words.Count == 0 ? 0 : words.Max(word => word.Position);
        foreach (var word in words)
        {
            Know(word.Name, word.Id);
            Names.Add(word.Name);
            Retire(word.Id, word.IsArchived);
        }

        foreach (var word in words.Where(word => word.EnglishName is not null))
        {
            Know(word.EnglishName!, word.Id);
        }
    }

    protected override async Task<List<long>> CreateAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var words = names.Select(name => new DictionaryEntry { Kind = kind, Name = name, Position = ++_position }).ToList();
        Run.Db.Dictionary.AddRange(words);
        await Run.Db.SaveChangesAsync(cancellationToken);
        return words.ConvertAll(word => word.Id);
    }
}
