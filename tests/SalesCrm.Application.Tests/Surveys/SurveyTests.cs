using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Exports;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Surveys;
using SalesCrm.Application.Tests.Customers;
using SalesCrm.Application.Tests.Grading;
using SalesCrm.Application.Timelines;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Surveys;

public sealed class SurveyTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2024, 3, 20);

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("2024-H1", "2024-H1")]
    [InlineData(" 2024h2 ", "2024-H2")]
    [InlineData("2024年上半年", "2024-H1")]
    [InlineData("2024下半年", "2024-H2")]
    [InlineData("2024-H3", null)]
    [InlineData("2024-H上", null)]
    [InlineData("2024Q1", null)]
    public void A_round_is_read_in_several_ways(string typed, string? expected) => Assert.Equal(expected, SurveyRound.Read(typed));

    [Fact]
    public async Task An_answer_shows_with_its_mean_in_the_list_on_the_page_and_on_the_timeline()
    {
        var id = await CustomerInputs.CreateAsync(_database, "青禾食品");
        await SurveyInputs.RecordAsync(_database, id, Day, 4, 5, 5);
        await SurveyInputs.RecordAsync(_database, id, Day.AddMonths(-6), 3, 3, 4);

        var result = await ListAsync(World.Rep, new());
        Assert.Equal(["2024-H1", "2023-H2"], result.Page.Rows.Select(row => row.Round));
        Assert.Equal((4.67m, 4m), (result.Page.Rows[0].Score, result.Means!.Score));
        Assert.Equal("2023-H2", Assert.Single((await ListAsync(World.Rep, new(Round: "2023下半年"))).Page.Rows).Round);
        Assert.Equal(2, (await _database.With<CustomerSurveys, CustomerSurveys.Panel?>(surveys => surveys.FindAsync(id, World.Rep, CancellationToken.None)))!.Count);
        var timeline = await _database.With<CustomerTimeline, CustomerTimeline.Timeline?>(lines => lines.ReadAsync(id, new(), World.Rep, CancellationToken.None));
        Assert.Equal([Day, Day.AddMonths(-6)], timeline!.Events.OfType<SurveyEvent>().Select(one => one.On));
        Assert.Equal(2, await _database.Read(db => db.AuditEntries.CountAsync(entry => entry.Subject == "SurveyAnswer" && entry.CustomerId == id)));
        Assert.Equal(2, (await _database.With<ExportList, Outcome<Export>>(export => export.SurveysAsync(new(), "核对", World.Rep, CancellationToken.None))).Value!.Rows);
    }

    [Fact]
    public async Task Points_round_day_and_contact_are_looked_at()
    {
        var (id, elsewhere) = (await CustomerInputs.CreateAsync(_database, "青禾食品"), await CustomerInputs.CreateAsync(_database, "别的公司"));
        var contact = await _database.Read(db => db.Contacts.Where(row => row.CustomerId == elsewhere).Select(row => row.Id).SingleAsync());
        Task<Outcome<long>> Record(RecordSurvey.Input input) => _database.With<RecordSurvey, Outcome<long>>(record => record.ExecuteAsync(input, World.Rep, CancellationToken.None));

        var refused = await Record(new() { CustomerId = id, AnsweredOn = new DateOnly(2024, 4, 2), Round = "春天", ServiceScore = 6, ProductScore = 0 });
        Assert.Equal(["AnsweredOn", "CooperationScore", "ProductScore", "Round", "ServiceScore"], refused.Problems.Select(problem => problem.Property).Order());
        Assert.Equal("ContactId", Assert.Single((await Record(new() { CustomerId = id, AnsweredOn = Day, ServiceScore = 1, ProductScore = 1, CooperationScore = 1, ContactId = contact })).Problems).Property);
    }

    [Fact]
    public async Task Whoever_does_not_see_the_customer_sees_no_answer_and_writes_none()
    {
        var id = await CustomerInputs.CreateAsync(_database, "青禾食品");
        var survey = await SurveyInputs.RecordAsync(_database, id, Day, 4, 4, 4);

        Assert.Empty((await ListAsync(World.Rep2, new())).Page.Rows);
        Assert.Single((await ListAsync(World.Manager, new())).Page.Rows);
        Assert.Equal(OutcomeKind.NotFound, (await _database.With<RecordSurvey, Outcome<long>>(record => record.ExecuteAsync(new() { CustomerId = id }, World.Rep2, CancellationToken.None))).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await _database.With<RemoveSurvey, Outcome>(remove => remove.ExecuteAsync(survey, World.Rep2, CancellationToken.None))).Kind);
        Assert.Null(await _database.With<SurveyForm, SurveyForm.Filled?>(form => form.FindAsync(survey, World.Rep3, CancellationToken.None)));

        await GradedCustomers.ChangeAsync(_database, id, customer => customer.Close("收购谈判", DateTime.UtcNow));
        Assert.Empty((await ListAsync(World.Admin, new())).Page.Rows);
    }

    [Fact]
    public async Task Whoever_wrote_an_answer_down_learns_nobody_of_the_file_once_it_is_somebody_elses()
    {
        var id = await CustomerInputs.CreateAsync(_database, "青禾食品");
        var survey = await SurveyInputs.RecordAsync(_database, id, Day, 4, 4, 4);
        var contact = await _database.Read(db => db.Contacts.Where(row => row.CustomerId == id).Select(row => row.Id).SingleAsync());
        await GradedCustomers.ChangeAsync(_database, id, customer => customer.AssignTo(World.Rep3.UserId));

        var form = (await _database.With<SurveyForm, SurveyForm.Filled?>(use => use.FindAsync(survey, World.Rep, CancellationToken.None)))!;
        Assert.Empty(form.Subject.Contacts);
        Task<Outcome> EditAsync(EditSurvey.Input input) => _database.With<EditSurvey, Outcome>(edit => edit.ExecuteAsync(survey, input, World.Rep, CancellationToken.None));
        Assert.Equal("ContactId", Assert.Single((await EditAsync(form.Input with { ContactId = contact })).Problems).Property);
        Assert.True((await EditAsync(form.Input with { Remark = "更正" })).IsDone);
    }

    private Task<SurveyList.Result> ListAsync(Actor actor, SurveyList.Filter filter)
        => _database.With<SurveyList, SurveyList.Result>(list => list.ReadAsync(filter, new PageRequest("date", true), actor, CancellationToken.None));
}
