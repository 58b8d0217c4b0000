using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Grading.Overrides;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Testing;
using static SalesCrm.Application.Customers.ReferralPotential;

namespace SalesCrm.Application.Tests.Grading.Overrides;

public sealed class OverrideGradeTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Z2_12_counts_until_its_last_day_and_not_after()
    {
        var id = await GradedCustomers.BuyerAsync(_database, 800_000, 60, High, true);
        await GradedCustomers.RegradeAsync(_database);

        Assert.True((await OverrideAsync(id, World.Manager, until: new DateOnly(2024, 6, 30))).IsDone);
        Assert.Equal(Grade.B, await GradedCustomers.GradeAsync(_database, id));
        _database.Clock.GoTo(2024, 6, 30);
        await GradedCustomers.RegradeAsync(_database);
        Assert.Equal(Grade.B, (await GradedCustomers.CardAsync(_database, id, World.Rep))!.Grade);

        _database.Clock.GoTo(2024, 7, 1);
        var card = (await GradedCustomers.CardAsync(_database, id, World.Rep))!;
        Assert.Equal((Grade.A, new DateOnly(2024, 6, 30)), (card.Grade, card.EndedOn));
        await GradedCustomers.RegradeAsync(_database);
        Assert.Equal(Grade.A, await GradedCustomers.GradeAsync(_database, id));
        Assert.Null((await GradedCustomers.FindAsync(_database, id)).OverrideReason);
        Assert.StartsWith("人工调整于 2024年6月30日 到期；年采购额 80万", (await LatestAsync()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_who_decided_and_why_and_shows_in_the_report()
    {
        var id = await GradedCustomers.BuyerAsync(_database, 300_000, 60, High, true);
        await GradedCustomers.RegradeAsync(_database);

        await OverrideAsync(id, World.Manager, Grade.A);

        var change = await LatestAsync();
        Assert.Equal((Grade.B, Grade.A, World.Manager.UserId, "人工调整：战略客户"), (change.From, change.To, change.ById, change.Reason));
        Assert.Null(change.PolicyRevision);
        var row = Assert.Single((await ReportAsync(World.Rep)).Rows);
        Assert.Equal((id, Grade.A, Grade.B, "战略客户", "王芳"), (row.CustomerId, row.Grade, row.Calculated, row.Reason, row.By));
        Assert.Empty((await ReportAsync(World.Rep3)).Rows);
        Assert.Equal("等级 A（人工调整），按规则为 B", (await GradedCustomers.CardAsync(_database, id, World.Rep))!.Title.ToString());
    }

    [Fact]
    public async Task Is_for_managers_above_the_owner_and_the_admin()
    {
        var id = await GradedCustomers.BuyerAsync(_database, 300_000, 60);

        Assert.Equal(OutcomeKind.Forbidden, (await OverrideAsync(id, World.Rep)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await OverrideAsync(id, World.Rep2)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await OverrideAsync(id, World.Manager2)).Kind);
        Assert.True((await OverrideAsync(id, World.Boss)).IsDone);
        Assert.True((await OverrideAsync(id, World.Admin)).IsDone);
    }

    [Theory]
    [InlineData(null, "有理由", null, "Grade")]
    [InlineData(9, "有理由", null, "Grade")]
    [InlineData(2, " ", null, "Reason")]
    [InlineData(2, "有理由", "2024-03-31", "Until")]
    [InlineData(2, "有理由", "2999-01-01", "Until")]
    public async Task Refuses_what_is_missing_or_past(int? grade, string reason, string? until, string property)
    {
        var id = await GradedCustomers.BuyerAsync(_database, 300_000, 60);

        var refused = await OverrideAsync(id, World.Manager, (Grade?)grade, until is null ? null : DateOnly.Parse(until, null), reason);

        Assert.Equal(property, Assert.Single(refused.Problems).Property);
        Assert.Null((await GradedCustomers.FindAsync(_database, id)).OverrideGrade);
    }

    [Fact]
    public async Task Taken_back_the_rule_decides_again()
    {
        var id = await GradedCustomers.BuyerAsync(_database, 300_000, 60, High, true);
        await OverrideAsync(id, World.Manager, Grade.D);

        var version = (await GradedCustomers.FindAsync(_database, id)).Version;
        var stale = await DropAsync(id, Guid.NewGuid());
        var done = await DropAsync(id, version);

        Assert.Equal((OutcomeKind.Conflict, true), (stale.Kind, done.IsDone));
        Assert.Equal(Grade.B, await GradedCustomers.GradeAsync(_database, id));
        Assert.Equal("取消人工调整，按规则评定", (await LatestAsync()).Reason);
    }

    [Fact]
    public async Task An_imported_grade_is_kept_beside_the_calculated_one()
    {
        var id = await GradedCustomers.BuyerAsync(_database, 5_000, 3);
        await GradedCustomers.RegradeAsync(_database);

        Assert.True(await ImportAsync(id, Grade.A));
        Assert.False(await ImportAsync(id, Grade.A));
        await GradedCustomers.RegradeAsync(_database);

        var card = (await GradedCustomers.CardAsync(_database, id, World.Rep))!;
        Assert.Equal((Grade.A, Grade.C, "导入"), (card.Grade, card.Explanation.Grade, card.Override!.Reason));
    }

    private async Task<Outcome> OverrideAsync(long id, Actor actor, Grade? grade = Grade.B, DateOnly? until = null, string reason = "战略客户")
    {
        var input = new OverrideGrade.Input { Version = (await GradedCustomers.FindAsync(_database, id)).Version, Grade = grade, Reason = reason, Until = until };
        return await _database.With<OverrideGrade, Outcome>(act => act.ExecuteAsync(id, input, actor, CancellationToken.None));
    }

    private Task<Outcome> DropAsync(long id, Guid version)
        => _database.With<DropOverride, Outcome>(act => act.ExecuteAsync(id, new DropOverride.Input { Version = version }, World.Manager, CancellationToken.None));

    private Task<Page<GradeOverrideList.OverrideRow>> ReportAsync(Actor actor)
        => _database.With<GradeOverrideList, Page<GradeOverrideList.OverrideRow>>(list => list.ReadAsync(new PageRequest(), actor, CancellationToken.None));

    private Task<bool> ImportAsync(long id, Grade grade) => _database.With<CrmDbContext, bool>(async db =>
    {
        var taken = ImportedGrade.Take(db, (await db.Customers.FindAsync(id))!, grade, World.Admin.UserId, new CompanyClock(_database.Clock, CompanyClock.ZoneOf(null)));
        await db.SaveAsync(World.Admin, CancellationToken.None);
        return taken;
    });

    private Task<GradeChange> LatestAsync() => _database.Read(db => db.GradeChanges.OrderByDescending(change => change.Id).FirstAsync());
}
