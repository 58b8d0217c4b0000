using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Customers.Events;

namespace SalesCrm.Application.Timelines;

internal static class TimelinesFeature
{
    internal static IServiceCollection AddTimelines(this IServiceCollection services) => services
        .AddScoped<TimelineSources>()
        .AddScoped<CustomerTimeline>()
        .AddScoped<CustomerEventList>()
        .AddScoped<AddCustomerEvent>()
        .AddScoped<RemoveCustomerEvent>();
}
