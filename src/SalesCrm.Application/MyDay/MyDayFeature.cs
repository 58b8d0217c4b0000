using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.MyDay;

internal static class MyDayFeature
{
    internal static IServiceCollection AddMyDay(this IServiceCollection services) => services.AddScoped<AgendaSources>().AddScoped<DayAgenda>();
}
