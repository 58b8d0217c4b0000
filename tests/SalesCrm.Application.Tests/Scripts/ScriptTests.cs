using SalesCrm.Application.Scripts;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Scripts;

public sealed class ScriptTests
{
    [Fact]
    public async Task The_question_is_there_and_is_found_in_any_script()
    {
        await using var database = await TestDatabase.CreateAsync();
        foreach (var typed in new[] { "最大挑战", "最大挑戰", "开场" })
        {
            Assert.Equal("您目前遇到的最大挑战是什么？", Assert.Single(await FindAsync(database, typed)).Text);
        }

        Assert.Equal(Enum.GetValues<ScriptKind>(), (await FindAsync(database, null)).Select(row => row.Kind).Distinct().Order());
    }

    [Fact]
    public async Task Using_counts_and_a_sensitive_one_asks_first()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = (await SaveAsync(database, null, new() { Kind = ScriptKind.Urgency, Text = "月底涨价", IsSensitive = true }, World.Manager)).Value;
        Assert.Equal(OutcomeKind.Invalid, (await UseAsync(database, id, false)).Kind);
        Assert.Equal("月底涨价", (await UseAsync(database, id, true)).Value);
        Assert.Equal((id, 1), Assert.Single((await FindAsync(database, null)).Take(1).Select(row => (row.Id, row.UseCount))));
        var form = await database.With<SaveScript, SaveScript.Input?>(u => u.FindAsync(id, CancellationToken.None));
        Assert.True((await SaveAsync(database, id, form! with { IsArchived = true }, World.Admin)).IsDone);
        Assert.Equal(OutcomeKind.NotFound, (await UseAsync(database, id, true)).Kind);
        Assert.Empty(await FindAsync(database, "月底涨价"));
    }

    [Fact]
    public async Task Reps_use_the_library_and_do_not_change_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        Assert.Equal(OutcomeKind.Forbidden, (await SaveAsync(database, null, new() { Kind = ScriptKind.Urgency, Text = "x" }, World.Rep)).Kind);
        Assert.Equal(["Kind", "Text"], (await SaveAsync(database, null, new() { Kind = (ScriptKind)9, Text = " " }, World.Admin)).Problems.Select(problem => problem.Property));
        var pages = await database.With<ScriptList, Page<ScriptList.ScriptRow>>(u => u.ReadAsync(new(), new PageRequest("uses", true, null, 3), CancellationToken.None));
        Assert.Equal((3, 7), (pages.Rows.Count, pages.Total));
    }

    private static Task<IReadOnlyList<ScriptList.ScriptRow>> FindAsync(TestDatabase database, string? text)
        => database.With<ScriptList, IReadOnlyList<ScriptList.ScriptRow>>(u => u.SuggestAsync(new(text), 20, CancellationToken.None));

    private static Task<Outcome<long>> SaveAsync(TestDatabase database, long? id, SaveScript.Input input, Actor actor)
        => database.With<SaveScript, Outcome<long>>(u => u.ExecuteAsync(id, input, actor, CancellationToken.None));

    private static Task<Outcome<string>> UseAsync(TestDatabase database, long id, bool confirmed)
        => database.With<UseScript, Outcome<string>>(u => u.ExecuteAsync(id, confirmed, World.Rep, CancellationToken.None));
}
