using SalesCrm.Application.Shared;
using SalesCrm.Application.Surveys;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Surveys;

/// <summary>Answers for tests.</summary>
internal static class SurveyInputs
{
    public static async Task<long> RecordAsync(TestDatabase database, long customerId, DateOnly on, int service, int product, int cooperation, Actor? actor = null)
    {
        var outcome = await database.With<RecordSurvey, Outcome<long>>(record => record.ExecuteAsync(
            new() { CustomerId = customerId, AnsweredOn = on, ServiceScore = service, ProductScore = product, CooperationScore = cooperation }, actor ?? World.Rep, CancellationToken.None));
        Assert.True(outcome.IsDone);
        return outcome.Value;
    }

    public static EditSurvey.Input Edited(TestDatabase database, long id, int service, int product, int cooperation)
    {
        var form = database.With<SurveyForm, SurveyForm.Filled?>(form => form.FindAsync(id, World.Rep, CancellationToken.None)).GetAwaiter().GetResult();
        return form!.Input with { ServiceScore = service, ProductScore = product, CooperationScore = cooperation };
    }
}
