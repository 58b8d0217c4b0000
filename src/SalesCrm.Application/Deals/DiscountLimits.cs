using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Deals;

/// <summary>How much somebody may give away of his own authority, in percent of the price; the leader of the whole company is not bound.</summary>
public sealed record DiscountLimits(int Rep, int Manager)
{
    internal const string SettingName = "deals.discounts";

    public static DiscountLimits Default { get; } = new(10, 20);

    internal string ToJson() => JsonSerializer.Serialize(this);

    internal static DiscountLimits Of(string? json) => json is null ? Default : JsonSerializer.Deserialize<DiscountLimits>(json) ?? Default;

    internal static async Task<DiscountLimits> ReadAsync(CrmDbContext db, CancellationToken cancellationToken)
        => Of(await db.Settings.AsNoTracking().Where(setting => setting.Name == SettingName).Select(setting => setting.Value).SingleOrDefaultAsync(cancellationToken));
}
