using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Segments;

internal static class SegmentsFeature
{
    internal static IServiceCollection AddSegments(this IServiceCollection services) => services.AddScoped<SegmentPortrait>();
}
