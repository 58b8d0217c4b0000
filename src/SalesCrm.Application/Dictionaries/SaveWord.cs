using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Dictionaries;

/// <summary>Adds a word to a list, renames or archives it. Records keep their word; an archived one is no longer offered.</summary>
public sealed class SaveWord(CrmDbContext db)
{
    public sealed record Input
    {
        public string? Name { get; set; }
        public string? EnglishName { get; set; }
        public bool IsArchived { get; set; }
        public Guid Version { get; set; }
    }

    public static Text ConflictMessage { get; } = "您编辑期间，其他人修改了这个词。您的内容还在，请逐项选择保留哪一个";

    /// <param name="kind">The list that a new word joins.</param>
    /// <param name="id">The word; null adds one.</param>
    /// <param name="input">What was typed.</param>
    /// <param name="actor">Who saves.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Outcome> ExecuteAsync(DictionaryKind kind, long? id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role != Role.Admin || !Enum.IsDefined(kind))
        {
            return Outcome.NotFound();
        }

        if (string.IsNullOrWhiteSpace(input.Name))
        {
            return Outcome.Invalid(nameof(input.Name), "必须填写");
        }

        var (name, english) = (CleanText.ReadLine(input.Name, 50), CleanText.ReadLine(input.EnglishName, 50));
        if ((name.Problem ?? english.Problem) is { } problem)
        {
            return Outcome.Invalid(name.IsRefused ? nameof(input.Name) : nameof(input.EnglishName), problem);
        }

        try
        {
            return await db.InTransactionAsync(actor, token => SaveAsync(kind, id, name.Value!, english.Value, input, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(ConflictMessage);
        }
        catch (DbUpdateException exception) when (db.Engine.IsUniqueViolation(exception))
        {
            return Outcome.Invalid(nameof(input.Name), "这个词已经在列表里了");
        }
    }

    private async Task<Outcome> SaveAsync(DictionaryKind kind, long? id, string name, string? english, Input input, CancellationToken cancellationToken)
    {
        var word = id is null
            ? new DictionaryEntry { Kind = kind, Name = name, Position = 1 + (await db.Dictionary.Where(w => w.Kind == kind).MaxAsync(w => (int?)w.Position, cancellationToken) ?? 0) }
            : await db.Dictionary.SingleOrDefaultAsync(w => w.Id == id, cancellationToken);
        if (word is null)
        {
            return Outcome.NotFound();
        }

        if (id is null)
        {
            db.Dictionary.Add(word);
        }
        else if (word.Version != input.Version)
        {
            return Outcome.Conflict(ConflictMessage);
        }

        (word.Name, word.EnglishName, word.IsArchived) = (name, english, input.IsArchived);
        return Outcome.Done();
    }
}
