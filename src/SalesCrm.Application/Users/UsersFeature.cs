using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SalesCrm.Application.Database;
using SalesCrm.Application.Users.Accounts;
using SalesCrm.Application.Users.Sessions;
using SalesCrm.Application.Users.Teams;

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
            .AddScoped<ChangePassword>()
            .AddScoped<FindSession>()
            .AddScoped<TouchSessions>()
            .AddScoped<SessionList>()
            .AddScoped<EndSessions>()
            .AddScoped<AccountList>()
            .AddScoped<AccountForm>()
            .AddScoped<OwnPassword>()
            .AddScoped<CreateAccount>()
            .AddScoped<RegisterAccount>()
            .AddScoped<EditAccount>()
            .AddScoped<IssuePassword>()
            .AddScoped<TeamTree>()
            .AddScoped<SaveTeam>()
            .AddScoped<IFigureCheck, ReachCheck>()
            .AddScoped<CreateDemoPeople>()
            .AddScoped<CreateFirstAdmin>()
            .AddScoped<FirstAdmin>()
            .AddScoped<People>()
            .AddScoped<ActingUser>();
    }
}
