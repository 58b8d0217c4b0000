using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Imports.Uploads;

namespace SalesCrm.Application.Imports;

internal static class ImportsFeature
{
    internal static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton<IReservedNames, ImportHeaders>()
        .AddScoped<RunImport>()
        .AddScoped<ImportTemplates>()
        .AddSingleton<ImportQueue>()
        .AddScoped<UploadImport>()
        .AddScoped<ImportMapping>()
        .AddScoped<ImportProfileFile>()
        .AddScoped<MapImport>()
        .AddScoped<AllowCreation>()
        .AddScoped<DecideConflicts>()
        .AddScoped<CommitImport>()
        .AddScoped<CancelImport>()
        .AddScoped<CarryOutImport>()
        .AddScoped<ImportDetails>()
        .AddScoped<NextSheet>()
        .AddScoped<ImportList>()
        .AddScoped<InterruptedImports>()
        .AddScoped<RefusedRows>();
}
