using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;

namespace SalesCrm.Application.Surveys;

internal static class SurveysFeature
{
    internal static IServiceCollection AddSurveys(this IServiceCollection services) => services
        .AddScoped<RecordSurvey>()
        .AddScoped<EditSurvey>()
        .AddScoped<RemoveSurvey>()
        .AddScoped<SurveyList>()
        .AddScoped<SurveyForm>()
        .AddScoped<CustomerSurveys>()
        .AddSingleton<IDealFollower, SurveyFigures>()
        .AddScoped<IFigureCheck, SurveyFigureCheck>();
}
