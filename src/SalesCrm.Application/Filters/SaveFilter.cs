using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Filters;

/// <summary>Keeps a list's filter under a name, or changes one of one's own.</summary>
public sealed class SaveFilter(CrmDbContext db)
{
    /// <summary>Of one person and list.</summary>
    public const int MostOwn = 50;

    public sealed record Input
    {
        public string? Name { get; set; }
        public string? Description { get; set; }
        public FilterAudience Audience { get; set; } = FilterAudience.Own;

        /// <summary>The query of the list's address.</summary>
        public string? Query { get; set; }

        /// <summary>1 stands first.</summary>
        public int? Position { get; set; }
        public Guid Version { get; set; }
    }

    internal static readonly Text Changed = "这个标签刚刚被改过，请核对后再保存";

    /// <param name="subject">The list, for a new one.</param>
    /// <param name="id">The filter; null keeps a new one.</param>
    /// <param name="input">What was typed.</param>
    /// <param name="actor">Who saves.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Outcome<long>> ExecuteAsync(FieldSubject subject, long? id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var shape = new SaveFilterValidator(actor).Validate(input);
        if (!shape.IsValid)
        {
            return Outcome<long>.Invalid(shape);
        }

        try
        {
            return await db.InTransactionAsync(actor, token => SaveAsync(subject, id, input, actor, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome<long>.Conflict(Changed);
        }
    }

    private async Task<Outcome<long>> SaveAsync(FieldSubject subject, long? id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var own = await db.SavedFilters.Where(filter => filter.OwnerId == actor.UserId && !filter.IsArchived).ToListAsync(cancellationToken);
        var filter = own.Find(one => one.Id == id);
        if (id is not null && filter is null)
        {
            return Outcome<long>.NotFound();
        }

        if (filter is not null && filter.Version != input.Version)
        {
            return Outcome<long>.Conflict(Changed);
        }

        var (name, list) = (CleanText.Line(input.Name)!, filter?.Subject ?? subject);
        var others = own.Where(one => one.Subject == list && one.Id != id).ToList();
        if (others.Exists(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            return Outcome<long>.Invalid(nameof(input.Name), "您已有同名的标签");
        }

        if (filter is null && others.Count >= MostOwn)
        {
            return Outcome<long>.Invalid(nameof(input.Name), new Text("一个列表最多保存 {0} 个标签", MostOwn));
        }

        if (filter is null)
        {
            db.SavedFilters.Add(filter = new SavedFilter { Subject = list, OwnerId = actor.UserId, Name = name, Query = "", Position = others.Count + 1 });
        }

        (filter.Name, filter.Description, filter.Audience) = (name, CleanText.Line(input.Description), input.Audience);
        filter.Query = QueryText.Of(QueryText.Narrowing(QueryText.Pairs(input.Query)));
        filter.Position = input.Position ?? filter.Position;
        await db.SaveChangesAsync(cancellationToken);
        return filter.Id;
    }
}

internal sealed class SaveFilterValidator : AbstractValidator<SaveFilter.Input>
{
    public SaveFilterValidator(Actor actor)
    {
        RuleFor(f => f.Name).Required().SingleLine(SavedFilter.LongestName);
        RuleFor(f => f.Description).SingleLine(SavedFilter.LongestDescription);
        RuleFor(f => f.Audience).Holds(audience => FilterAudienceNames.Of(actor.Role).Contains(audience) ? default(Text?) : "请选择谁能看到");
        RuleFor(f => f.Position).Holds(position => position is < 1 or > 99 ? "顺序应在 1 至 99 之间" : default(Text?));
        RuleFor(f => f.Query).Holds(query => QueryText.Of(QueryText.Narrowing(QueryText.Pairs(query))).Length switch
        {
            0 => "请先添加条件",
            > SavedFilter.LongestQuery => "条件太多，无法保存",
            _ => default(Text?),
        });
    }
}
