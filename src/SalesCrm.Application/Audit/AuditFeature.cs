using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Audit;

internal static class AuditFeature
{
    internal static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddScoped<AuditChanges>()
        .AddScoped<AuditLog>()
        .AddScoped<RecordHistory>()
        .AddScoped<RecordTitles>();
}
