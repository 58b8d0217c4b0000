using System.Net;
using SalesCrm.Application.Opportunities;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Opportunities;

public sealed class StageTests
{
    [Fact]
    public async Task A_refused_move_says_what_is_missing_and_leads_to_the_form()
    {
        await using var app = await CrmApp.CreateAsync();
        var id = await app.Database.HasPricedOpportunityAsync(await app.Database.HasCustomerAsync("九川医疗器械", World.Rep), World.Rep);
        await app.Database.WithoutSourceAsync(id);
        var rep = await app.SignInAs("rep");
        using var answer = await rep.PostForm($"/opportunities/{id}/stage", ("Input.Stage", "FirstContact"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Visitor.Read(answer);
        Assert.Equal(["Score", "Source"], page.QuerySelectorAll("[data-rule][data-value=missing]").Select(rule => rule.GetAttribute("data-rule")!));
        Assert.Equal("Need", page.QuerySelector("[data-rule][data-value=there]")!.GetAttribute("data-rule"));
        Assert.Contains("离开「机会识别」还缺 2 项", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/opportunities/{id}/edit#Input_BudgetScore", page.QuerySelector(".refusal a.btn-primary")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_board_gets_the_refusal_as_a_part_and_keeps_its_card()
    {
        await using var app = await CrmApp.CreateAsync();
        var id = await app.Database.HasPricedOpportunityAsync(await app.Database.HasCustomerAsync("九川医疗器械", World.Rep), World.Rep);
        var rep = await app.SignInAs("rep");
        rep.Http.DefaultRequestHeaders.Add("HX-Request", "true");
        using var answer = await rep.PostForm($"/opportunities/{id}/stage", ("Input.Stage", "FirstContact"), ("From", "board"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.StartsWith("<div class=\"lane-answer\">", text.TrimStart(), StringComparison.Ordinal);
        Assert.Contains($"data-refused=\"{id}\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", text, StringComparison.Ordinal);
        Assert.Equal(StageCode.Identified, (await app.Database.OpportunityAsync(id)).Stage);
    }

    [Fact]
    public async Task A_done_move_sends_the_lanes_and_the_message()
    {
        await using var app = await CrmApp.CreateAsync();
        var id = await app.Database.HasPricedOpportunityAsync(await app.Database.HasCustomerAsync("九川医疗器械", World.Rep), World.Rep);
        await app.Database.PutIntoAsync(id, StageCode.NeedsAnalysis);
        var rep = await app.SignInAs("rep");
        rep.Http.DefaultRequestHeaders.Add("HX-Request", "true");
        using var answer = await rep.PostForm($"/opportunities/{id}/stage", ("Input.Stage", "Proposal"), ("From", "board"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await Visitor.Read(answer);
        Assert.Equal(6, page.QuerySelectorAll(".lane[hx-swap-oob=true]").Length);
        Assert.NotNull(page.QuerySelector($"#lane-Proposal #deal-{id}"));
        Assert.Contains("toast", answer.Headers.GetValues("HX-Trigger").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_that_comes_too_late_gets_the_card_anew_with_what_was_changed()
    {
        await using var app = await CrmApp.CreateAsync();
        var id = await app.Database.HasPricedOpportunityAsync(await app.Database.HasCustomerAsync("九川医疗器械", World.Rep), World.Rep);
        await app.Database.PutIntoAsync(id, StageCode.NeedsAnalysis);
        var (rep, manager) = (await app.SignInAs("rep"), await app.SignInAs("manager"));
        var old = (await rep.Page("/opportunities/board")).QuerySelector($"#deal-{id} [name='Input.Version']")!.GetAttribute("value");
        using var first = await manager.FillIn($"/opportunities/{id}/edit", ("Input.Amount", "99000"));
        rep.Http.DefaultRequestHeaders.Add("HX-Request", "true");

        using var late = await rep.PostForm($"/opportunities/{id}/stage", ("Input.Stage", "Proposal"), ("Input.Version", old), ("From", "board"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await Visitor.Read(late);
        Assert.Equal(6, page.QuerySelectorAll(".lane[hx-swap-oob=true]").Length);
        Assert.Equal("99000", page.QuerySelector($"#lane-NeedsAnalysis #deal-{id}")!.GetAttribute("data-value")!.Split('.')[0]);
        Assert.Contains("王芳", page.QuerySelector("#lane-Proposal .lane-answer .refusal")!.TextContent, StringComparison.Ordinal);
        using var again = await rep.PostForm($"/opportunities/{id}/stage", ("Input.Stage", "Proposal"), ("Input.Version", page.QuerySelector($"#deal-{id} [name='Input.Version']")!.GetAttribute("value")), ("From", "board"));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Without_script_a_move_leads_to_the_record()
    {
        await using var app = await CrmApp.CreateAsync();
        var id = await app.Database.HasPricedOpportunityAsync(await app.Database.HasCustomerAsync("九川医疗器械", World.Rep), World.Rep);
        await app.Database.PutIntoAsync(id, StageCode.NeedsAnalysis);
        var rep = await app.SignInAs("rep");
        using var answer = await rep.FillIn($"/opportunities/{id}/stage", ("Input.Stage", "Proposal"));
        Assert.Equal($"/opportunities/{id}", answer.Headers.Location!.ToString());
        Assert.Equal("Proposal", (await rep.Page($"/opportunities/{id}")).QuerySelector(".record-facts [data-stage]")!.GetAttribute("data-stage"));
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        await using var app = await CrmApp.CreateAsync();
        var id = await app.Database.HasPricedOpportunityAsync(await app.Database.HasCustomerAsync("九川医疗器械", World.Rep), World.Rep);
        await app.Database.PutIntoAsync(id, StageCode.NeedsAnalysis);
        var rep = await app.SignInAs("rep");
        using var answer = await rep.Post($"/opportunities/{id}/stage", [KeyValuePair.Create("Input.Stage", "Proposal")]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(StageCode.NeedsAnalysis, (await app.Database.OpportunityAsync(id)).Stage);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/edit")]
    [InlineData("/stage")]
    [InlineData("/closing")]
    [InlineData("/milestones")]
    [InlineData("/rivals")]
    public async Task The_opportunity_of_another_rep_is_not_there(string page)
    {
        await using var app = await CrmApp.CreateAsync();
        var id = await app.Database.HasPricedOpportunityAsync(await app.Database.HasCustomerAsync("岭南禾味", World.Rep3), World.Rep3);
        var rep = await app.SignInAs("rep");
        using var shown = await rep.Get($"/opportunities/{id}{page}");
        Assert.Equal(HttpStatusCode.NotFound, shown.StatusCode);
        if (page.Length > 0)
        {
            using var posted = await rep.PostForm($"/opportunities/{id}{page}", ("Input.Stage", "Proposal"));
            Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        }
    }

    [Fact]
    public async Task People_of_the_service_and_legal_teams_read_and_do_not_move()
    {
        await using var app = await CrmApp.CreateAsync();
        var id = await app.Database.HasPricedOpportunityAsync(await app.Database.HasCustomerAsync("九川医疗器械", World.Rep), World.Rep);
        var service = await app.SignInAs("service");
        using var board = await service.Get("/opportunities/board");
        Assert.Equal(HttpStatusCode.OK, board.StatusCode);
        using var moved = await service.PostForm($"/opportunities/{id}/stage", ("Input.Stage", "FirstContact"));
        Assert.Equal(HttpStatusCode.Forbidden, moved.StatusCode);
    }
}
