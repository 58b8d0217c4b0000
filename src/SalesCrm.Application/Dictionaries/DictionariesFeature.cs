using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Dictionaries;

internal static class DictionariesFeature
{
    internal static IServiceCollection AddDictionaries(this IServiceCollection services) => services
        .AddScoped<Words>()
        .AddScoped<WordList>()
        .AddScoped<SaveWord>()
        .AddScoped<MoveWord>();
}
