using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Deals;

internal static class DealsFeature
{
    internal static IServiceCollection AddDeals(this IServiceCollection services) => services
        .AddScoped<DealChanges>()
        .AddScoped<RecordDeal>()
        .AddScoped<EditDeal>()
        .AddScoped<DealList>()
        .AddScoped<DealForm>()
        .AddScoped<SalesChoices>()
        .AddScoped<DealFigureCheck>();
}
