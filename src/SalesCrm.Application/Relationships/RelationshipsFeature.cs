using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Relationships;

internal static class RelationshipsFeature
{
    internal static IServiceCollection AddRelationships(this IServiceCollection services) => services
        .AddScoped<RelationshipCard>()
        .AddScoped<RelationshipOverview>()
        .AddScoped<ConfirmRelationship>();
}
