using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SalesCrm.Application.Users.Sessions;

namespace SalesCrm.Application.Users;

internal static class UsersFeature
{
    internal static IServiceCollection AddUsers(this IServiceCollection services)
    {
        services.TryAddSingleton(new SignInSettings());
        return services
            .AddSingleton<Passwords>()
            .AddSingleton<SignInGuard>()
            .AddSingleton<SessionCache>()
            .AddScoped<SignIn>()
            .AddScoped<SignOut>()
            .AddScoped<FindSession>()
            .AddScoped<TouchSessions>()
            .AddScoped<CreateDemoPeople>()
            .AddScoped<FirstAdmin>()
            .AddScoped<People>();
    }
}
