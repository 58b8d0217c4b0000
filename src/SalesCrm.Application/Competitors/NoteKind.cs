using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Competitors;

/// <summary>What a move of a competitor is about.</summary>
public enum NoteKind
{
    Other = 0,
    Product = 1,
    Price = 2,
    Market = 3,
    Customer = 4,
    People = 5,
}

/// <summary>Where a competitor's price stands against ours.</summary>
public enum PricePosition
{
    MuchLower = 1,
    Lower = 2,
    Same = 3,
    Higher = 4,
    MuchHigher = 5,
}

public static class CompetitorWords
{
    public static Text Name(this NoteKind kind) => kind switch
    {
        NoteKind.Other => "其他",
        NoteKind.Product => "产品",
        NoteKind.Price => "价格",
        NoteKind.Market => "市场活动",
        NoteKind.Customer => "客户与订单",
        NoteKind.People => "人员与组织",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static Text Name(this PricePosition position) => position switch
    {
        PricePosition.MuchLower => "低很多",
        PricePosition.Lower => "略低",
        PricePosition.Same => "相当",
        PricePosition.Higher => "略高",
        PricePosition.MuchHigher => "高很多",
        _ => throw new ArgumentOutOfRangeException(nameof(position), position, null),
    };
}
