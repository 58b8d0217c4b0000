using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Users.Accounts;

namespace SalesCrm.Application.Handovers;

internal static class HandoversFeature
{
    internal static IServiceCollection AddHandovers(this IServiceCollection services) => services
        .AddScoped<PersonHoldings>()
        .AddScoped<IHoldings>(services => services.GetRequiredService<PersonHoldings>())
        .AddScoped<ReceiverChoices>()
        .AddScoped<ProposeHandover>()
        .AddScoped<DivideHandover>()
        .AddScoped<SendHandover>()
        .AddScoped<AnswerHandover>()
        .AddScoped<HandoverSheet>()
        .AddScoped<HandoverList>();
}
