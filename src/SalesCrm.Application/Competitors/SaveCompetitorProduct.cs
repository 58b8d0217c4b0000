using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Competitors;

/// <summary>Notes a product of a competitor and where its price stands, changes it, or takes it off the file.</summary>
public sealed class SaveCompetitorProduct(CrmDbContext db)
{
    public sealed record Input
    {
        /// <summary>Empty for a new one.</summary>
        public long? Id { get; set; }
        public string? Name { get; set; }
        public PricePosition? Position { get; set; }
        public string? Note { get; set; }

        /// <summary>Takes it off; the audit trail keeps it.</summary>
        public bool IsRemoved { get; set; }
        public Guid Version { get; set; }
    }

    private static readonly Text Changed = "您编辑期间，其他人修改了这个产品，请核对后再保存";

    public async Task<Outcome> ExecuteAsync(long competitorId, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var product = await db.CompetitorProducts.SingleOrDefaultAsync(row => row.Id == input.Id && row.CompetitorId == competitorId, cancellationToken);
        if (product is null && (input.Id is not null || !await db.Competitors.AnyAsync(row => row.Id == competitorId, cancellationToken)))
        {
            return Outcome.NotFound();
        }

        var shape = new SaveCompetitorProductValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        if (product is not null && product.Version != input.Version)
        {
            return Outcome.Conflict(Changed);
        }

        if (product is null)
        {
            db.CompetitorProducts.Add(product = new CompetitorProduct { CompetitorId = competitorId, Name = "" });
        }
        else if (input.IsRemoved)
        {
            db.CompetitorProducts.Remove(product);
        }

        (product.Name, product.Position, product.Note) = (CleanText.Line(input.Name)!, input.Position, CleanText.Line(input.Note));
        try
        {
            await db.SaveAsync(actor, cancellationToken);
            return Outcome.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(Changed);
        }
        catch (DbUpdateException exception) when (db.Engine.IsUniqueViolation(exception))
        {
            return Outcome.Invalid(nameof(input.Name), "这个产品已在列表里");
        }
    }
}

internal sealed class SaveCompetitorProductValidator : AbstractValidator<SaveCompetitorProduct.Input>
{
    public SaveCompetitorProductValidator()
    {
        RuleFor(p => p.Name).Required().SingleLine(100);
        RuleFor(p => p.Position).Holds(position => position is { } value && !Enum.IsDefined(value) ? "请选择价格位置" : default(Text?));
        RuleFor(p => p.Note).SingleLine(200);
    }
}
