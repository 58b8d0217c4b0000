using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Users;

internal static class UsersFeature
{
    internal static IServiceCollection AddUsers(this IServiceCollection services) => services.AddScoped<People>();
}
