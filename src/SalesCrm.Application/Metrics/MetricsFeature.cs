using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Metrics;

internal static class MetricsFeature
{
    internal static IServiceCollection AddSalesMetrics(this IServiceCollection services) => services
        .AddScoped<MetricsTable>()
        .AddScoped<MetricsSeries>()
        .AddScoped<MetricRecords>()
        .AddScoped<Funnel>()
        .AddScoped<PeriodTable>()
        .AddScoped<MetricsReport>()
        .AddScoped<PeriodReportForm>()
        .AddScoped<TargetSheet>()
        .AddScoped<SetTargets>()
        .AddScoped<EditPeriodReport>();
}
