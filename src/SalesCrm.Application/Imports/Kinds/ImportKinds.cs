using SalesCrm.Application.Areas;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>A kind as a page offers it.</summary>
public sealed record KindChoice(string Name, Text Title);

/// <summary>A field as a page offers it.</summary>
public sealed record OfferedField(string Name, Text Label, bool IsRequired);

/// <summary>All kinds of records that files may bring.</summary>
public static class ImportKinds
{
    private static readonly Func<ImportKind>[] Makers =
        [() => new CustomerKind(), () => new ContactKind(), () => new LeadKind(), () => new OpportunityKind(), () => new StageKind(), () => new VisitKind(), () => new EventKind(), () => new DealKind(), () => new ProductKind(), () => new UserKind(), () => new PeriodKind()];

    /// <summary>The kinds that this person may import.</summary>
    public static IReadOnlyList<KindChoice> For(Actor actor)
        => Makers.Select(make => make()).Where(kind => kind.IsFor(actor)).Select(kind => new KindChoice(kind.Name, kind.Title)).ToList();

    public static bool Exists(string? kind) => Makers.Any(make => make().Name == kind);

    internal static IEnumerable<ImportKind> All => Makers.Select(make => make());

    /// <summary>A fresh instance that knows the fields of the admin's own.</summary>
    /// <exception cref="MappingRefusedException">There is no such kind, it is not for this person, or its area is off.</exception>
    internal static async Task<ImportKind> CreateAsync(CrmDbContext db, string name, Actor actor, CancellationToken cancellationToken)
    {
        var kind = Create(name);
        if (!kind.IsFor(actor))
        {
            throw new MappingRefusedException(new Text("您不能导入“{0}”", kind.Title));
        }

        if ((await new AreaSwitches(db).ReadAsync(cancellationToken)).HasKind(kind.Name))
        {
            throw new MappingRefusedException(new Text("“{0}”已停用，不能导入", kind.Title));
        }

        await kind.LoadAsync(db, actor, cancellationToken);
        return kind;
    }

    /// <summary>A fresh instance for one run.</summary>
    /// <exception cref="MappingRefusedException">There is no such kind.</exception>
    internal static ImportKind Create(string name)
        => All.FirstOrDefault(kind => kind.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new MappingRefusedException(new Text("没有“{0}”这种导入，可用的有：{1}", CleanText.Shortened(name, 40), string.Join('、', All.Select(kind => kind.Name))));
}
