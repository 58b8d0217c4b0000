using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Acts;
using SalesCrm.Application.Areas;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Grading.Overrides;
using SalesCrm.Application.Merges;
using SalesCrm.Application.MyDay;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Tests.Customers;
using SalesCrm.Application.Tests.Grading;
using SalesCrm.Application.Tests.Imports;
using SalesCrm.Application.Upgrades;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Upgrades;

public sealed class UpgradeTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2024, 4, 1);

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task B04_c_customers_of_potential_70_and_more_are_the_work_list()
    {
        var (promising, weak, unjudged) = (await CustomerAsync(80, 70, 60), await CustomerAsync(80, 70, 59), await CustomerAsync(90, 90, null));

        Assert.Equal((promising, 70m), Assert.Single(await CandidatesAsync(World.Rep)));
        Assert.Equal([unjudged], (await CandidatesAsync(World.Rep, unjudged: true)).Select(row => row.Id));
        Assert.Empty(await CandidatesAsync(World.Rep2));
        await SaveRulesAsync(69);
        Assert.Equal([promising, weak], (await CandidatesAsync(World.Manager)).Select(row => row.Id));
    }

    [Fact]
    public async Task B04_five_dated_steps_show_3_of_5_and_stand_on_the_day_they_are_due()
    {
        var id = await CustomerAsync(80, 80, 80);
        var programme = await StartAsync(id);
        Assert.Empty(await CandidatesAsync(World.Rep));
        Assert.Equal("这位客户已在升级计划里", Assert.Single((await TryStartAsync(id, World.Rep)).Problems).Message.ToString());

        var card = (await CardAsync(programme))!;
        Assert.Equal([UpgradeStepKind.Information, UpgradeStepKind.Visit, UpgradeStepKind.Trust, UpgradeStepKind.Negotiation, UpgradeStepKind.Agreement], card.Steps.Select(step => step.Step));
        foreach (var step in card.Steps.Take(3))
        {
            Assert.True((await WorkAsync(programme, step.Id, Today, "已办", World.Rep)).IsDone);
        }

        Assert.Equal(3, (await CardAsync(programme))!.Done);
        Assert.Equal((3, UpgradeStepKind.Negotiation), await ProgrammeAsync(UpgradeState.Open) is var row ? (row.Done, row.Next!.Step) : default);

        _database.Clock.GoTo(2024, 4, 1 + 28);
        var item = Assert.Single((await AgendaAsync(World.Rep)).Items, item => item.Kind == AgendaKind.Upgrade);
        Assert.Equal((id, (UpgradeStepKind.Negotiation, programme)), (item.CustomerId, (item.Upgrade!.Step, item.Upgrade.ProgrammeId)));
        Assert.Equal(1, (await AgendaAsync(World.Rep)).Counts.Today);
        Assert.Equal(0, (await AgendaAsync(World.Rep2)).Counts.Today);
        await _database.With<AssignCustomer, Outcome>(assign => assign.ExecuteAsync(id, World.Rep2.UserId, World.Manager, CancellationToken.None));
        Assert.Equal((0, 1), ((await AgendaAsync(World.Rep)).Counts.Today, (await AgendaAsync(World.Rep2)).Counts.Today));
        await _database.With<AssignCustomer, Outcome>(assign => assign.ExecuteAsync(id, World.Rep.UserId, World.Manager, CancellationToken.None));
        await _database.With<SwitchAreas, Outcome>(async switches => await switches.ExecuteAsync(await switches.FormAsync(CancellationToken.None) with { On = [.. AreaPlans.All.Select(plan => plan.Area).Where(area => area != Area.Upgrades)] }, World.Admin, CancellationToken.None));
        Assert.Equal(0, (await AgendaAsync(World.Rep)).Counts.Today);
    }

    [Fact]
    public async Task B04_a_rise_to_b_closes_the_programme_and_is_credited_once_to_who_looks_after_the_customer()
    {
        var (mine, hers) = (await CustomerAsync(80, 80, 80), await CustomerAsync(80, 80, 80, World.Rep2));
        var programme = await StartAsync(mine);
        await StartAsync(hers, World.Rep2);
        await GradedCustomers.ChangeAsync(_database, hers, customer => customer.AssignTo(World.Rep.UserId));

        await RaiseAsync(mine);
        await RaiseAsync(hers);

        Assert.Equal((UpgradeState.Succeeded, Grade.B, "林晓雯"), await CardAsync(programme) is { } card ? (card.State, card.Reached!.Value, card.CreditedTo!) : default);
        Assert.Equal(2, (await CountsAsync(World.Manager)).Succeeded);
        Assert.Equal((World.Rep.UserId, 0, 2), Assert.Single(await PeopleAsync(World.Manager)) is var person ? (person.Id, person.Open, person.Succeeded) : default);
        Assert.Equal(2, (await _database.With<UpgradeList, Page<UpgradeList.ProgrammeRow>>(list => list.ProgrammesAsync(UpgradeState.Succeeded, World.Rep.UserId, new("started", true), World.Manager, CancellationToken.None))).Rows.Count);
        Assert.Equal(0, (await CountsAsync(World.Manager2)).Succeeded);
        Assert.Equal(OutcomeKind.NotFound, (await WorkAsync(programme, 1, Today, null, World.Rep)).Kind);
        Assert.Contains(await _database.Read(db => db.AuditEntries.Where(entry => entry.Subject == "UpgradeProgramme" && entry.CustomerId == mine).Select(entry => entry.Changes).ToListAsync()), changes => changes!.Contains("CreditedToId", StringComparison.Ordinal));
    }

    [Fact]
    public async Task B04_only_c_customers_come_in_dates_do_not_go_back_and_giving_up_needs_a_reason()
    {
        var (id, b) = (await CustomerAsync(80, 80, 80), await CustomerAsync(80, 80, 80));
        await RaiseAsync(b);
        Assert.Equal("只有 C 级客户可以加入升级计划", Assert.Single((await TryStartAsync(b, World.Rep)).Problems).Message.ToString());
        Assert.Equal(OutcomeKind.NotFound, (await TryStartAsync(id, World.Rep2)).Kind);
        Assert.Equal("Due", Assert.Single((await TryStartAsync(id, World.Rep, days: -1)).Problems).Property);

        var programme = await StartAsync(id);
        Task<Outcome> Stop(string? reason, Actor actor) => _database.With<StopUpgrade, Outcome>(stop => stop.ExecuteAsync(programme, new() { Reason = reason }, actor, CancellationToken.None));
        Assert.Equal(OutcomeKind.NotFound, (await Stop("不做了", World.Rep2)).Kind);
        Assert.Equal("Reason", Assert.Single((await Stop(" ", World.Rep)).Problems).Property);
        Assert.True((await Stop("采购转到总部", World.Rep)).IsDone);
        await RaiseAsync(id);
        Assert.Equal((0, 1), await CountsAsync(World.Rep) is var counts ? (counts.Succeeded, counts.Stopped) : default);
    }

    [Fact]
    public async Task Undoing_what_lowered_the_grade_credits_nobody()
    {
        var id = await CustomerInputs.CreateAsync(_database, "云启医疗");
        await ImportAsync("D1,云启医疗,2023-02-01,20000", "D2,云启医疗,2024-01-05,250000");
        var version = (await GradedCustomers.FindAsync(_database, id)).Version;
        await _database.With<JudgeCustomer, Outcome>(judge => judge.ExecuteAsync(id, new() { Version = version, IsDemandStable = true }, World.Rep, CancellationToken.None));
        Assert.Equal(Grade.B, (await GradedCustomers.FindAsync(_database, id)).Grade);
        await ImportAsync("D2,云启医疗,2024-01-05,2500");
        Assert.Equal(Grade.C, (await GradedCustomers.FindAsync(_database, id)).Grade);
        _database.Clock.GoTo(2024, 4, 2);
        var programme = await StartAsync(id);

        var act = await _database.Read(db => db.Acts.OrderByDescending(row => row.Id).Select(row => row.Id).FirstAsync());
        Assert.True((await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(act, World.Admin, CancellationToken.None))).IsDone);

        Assert.Equal((UpgradeState.Stopped, Grade.B, null), await CardAsync(programme) is { } card ? (card.State, card.Grade, card.CreditedTo) : default);
    }

    [Fact]
    public async Task B04_undoing_the_import_that_raised_the_grade_opens_the_programme_again()
    {
        var id = await CustomerInputs.CreateAsync(_database, "云启医疗");
        await ImportAsync("D1,云启医疗,2023-02-01,20000", "D2,云启医疗,2024-01-05,20000");
        var version = (await GradedCustomers.FindAsync(_database, id)).Version;
        await _database.With<JudgeCustomer, Outcome>(judge => judge.ExecuteAsync(id, new() { Version = version, IsDemandStable = true }, World.Rep, CancellationToken.None));
        var programme = await StartAsync(id);

        await ImportAsync("D3,云启医疗,2024-02-01,250000");
        Assert.Equal((UpgradeState.Succeeded, 1), ((await CardAsync(programme))!.State, (await CountsAsync(World.Rep)).Succeeded));

        var act = await _database.Read(db => db.Acts.OrderByDescending(row => row.Id).Select(row => row.Id).FirstAsync());
        Assert.True((await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(act, World.Admin, CancellationToken.None))).IsDone);
        Assert.Equal((UpgradeState.Open, Grade.C, null), await CardAsync(programme) is { } card ? (card.State, card.Grade, card.CreditedTo) : default);
    }

    [Theory]
    [InlineData(true, UpgradeState.Open)]
    [InlineData(false, UpgradeState.Succeeded)]
    public async Task The_credit_of_a_wrong_deal_is_taken_back_with_that_deal_and_no_other(bool isBehindTheRise, UpgradeState expected)
    {
        var id = await CustomerInputs.CreateAsync(_database, "云启医疗");
        await ImportAsync("D1,云启医疗,2023-02-01,20000", "D2,云启医疗,2024-01-05,20000");
        var version = (await GradedCustomers.FindAsync(_database, id)).Version;
        await _database.With<JudgeCustomer, Outcome>(judge => judge.ExecuteAsync(id, new() { Version = version, IsDemandStable = true }, World.Rep, CancellationToken.None));
        var programme = await StartAsync(id);
        var recorded = await _database.With<RecordDeal, Outcome<long>>(record => record.ExecuteAsync(
            new() { CustomerId = id, On = Today, Amount = "250000", OwnerId = World.Rep.UserId, OperationId = Guid.NewGuid() }, World.Rep, CancellationToken.None));
        Assert.True(recorded.IsDone, string.Join(';', recorded.Problems.Select(problem => problem.Message)));
        Assert.Equal((UpgradeState.Succeeded, 1), ((await CardAsync(programme))!.State, (await CountsAsync(World.Rep)).Succeeded));

        // Without the first deal he has not been a customer for long enough.
        var wrong = isBehindTheRise ? recorded.Value : await _database.Read(db => db.Deals.Where(row => row.Number == "D1").Select(row => row.Id).SingleAsync());
        var form = (await _database.With<DealForm, DealForm.Filled?>(deals => deals.FindAsync(wrong, World.Manager, CancellationToken.None)))!.Input;
        var corrected = isBehindTheRise ? form with { Amount = "250" } : form with { On = Today };
        Assert.True((await _database.With<EditDeal, Outcome>(edit => edit.ExecuteAsync(wrong, corrected, World.Manager, CancellationToken.None))).IsDone);

        Assert.Equal(isBehindTheRise ? (expected, Grade.C, null) : (expected, Grade.C, "林晓雯"), await CardAsync(programme) is { } card ? (card.State, card.Grade, card.CreditedTo) : default);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_merge_keeps_the_programme_that_is_further_on_and_undoing_it_opens_both_again(bool keptIsFurther)
    {
        var (kept, gone) = (await CustomerAsync(80, 80, 80), await CustomerAsync(80, 80, 80));
        var (first, second) = (await StartAsync(kept), await StartAsync(gone));
        var (further, behind) = keptIsFurther ? (first, second) : (second, first);
        Assert.True((await WorkAsync(further, (await CardAsync(further))!.Steps[0].Id, Today, null, World.Rep)).IsDone);

        var (one, two) = ((await GradedCustomers.FindAsync(_database, kept)).Version, (await GradedCustomers.FindAsync(_database, gone)).Version);
        var merged = await _database.With<MergeCustomers, Outcome<long>>(merge => merge.ExecuteAsync(new(kept, gone, [], one, two, "同一家"), World.Admin, CancellationToken.None));
        Assert.True(merged.IsDone, string.Join(';', merged.Problems.Select(problem => problem.Message)));

        Assert.Equal((UpgradeState.Open, kept), await CardAsync(further) is { } open ? (open.State, open.CustomerId) : default);
        Assert.Equal((UpgradeState.Stopped, UpgradeProgramme.United), await CardAsync(behind) is { } ended ? (ended.State, ended.StopReason) : default);
        Assert.Equal((1, 1), await CountsAsync(World.Rep) is var counts ? (counts.Open, counts.Stopped) : default);

        var undone = await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(merged.Value, World.Admin, CancellationToken.None));
        Assert.True(undone.IsDone);
        Assert.Equal([(first, kept, UpgradeState.Open), (second, gone, UpgradeState.Open)], await _database.Read(db => db.UpgradeProgrammes.OrderBy(row => row.Id).Select(row => new ValueTuple<long, long, UpgradeState>(row.Id, row.CustomerId, row.State)).ToListAsync()));
    }

    [Fact]
    public async Task Undoing_a_merge_after_the_rise_leaves_programme_and_steps_together_and_none_open()
    {
        var (kept, gone) = (await CustomerAsync(80, 80, 80), await CustomerAsync(80, 80, 80));
        var (behind, further) = (await StartAsync(kept), await StartAsync(gone));
        Assert.True((await WorkAsync(further, (await CardAsync(further))!.Steps[0].Id, Today, null, World.Rep)).IsDone);
        var act = await MergeAsync(kept, gone);
        await RaiseAsync(kept);

        Assert.True((await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(act, World.Admin, CancellationToken.None))).IsDone);

        Assert.Equal([(behind, kept, UpgradeState.Stopped), (further, kept, UpgradeState.Succeeded)], await ProgrammesAsync());
        Assert.Empty(await LinksAsync());
        Assert.Equal((0, 1), await CountsAsync(World.Rep) is var counts ? (counts.Open, counts.Succeeded) : default);
    }

    [Fact]
    public async Task A_step_worked_on_since_the_merge_goes_back_with_its_programme()
    {
        var (kept, gone) = (await CustomerAsync(80, 80, 80), await CustomerAsync(80, 80, 80));
        var programme = await StartAsync(gone);
        var act = await MergeAsync(kept, gone);
        var step = (await CardAsync(programme))!.Steps[1].Id;
        Assert.True((await WorkAsync(programme, step, Today, "见了厂长", World.Rep)).IsDone);

        Assert.True((await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(act, World.Admin, CancellationToken.None))).IsDone);

        Assert.Equal([(programme, gone, UpgradeState.Open)], await ProgrammesAsync());
        Assert.Empty(await LinksAsync());
        Assert.Equal("见了厂长", await _database.Read(db => db.UpgradeSteps.Where(row => row.Id == step).Select(row => row.Note).SingleAsync()));
    }

    [Fact]
    public async Task A_programme_that_the_merge_stopped_is_credited_when_the_rise_has_credited_no_other()
    {
        var (kept, gone) = (await CustomerAsync(80, 80, 80), await CustomerAsync(80, 80, 80));
        var (behind, further) = (await StartAsync(kept), await StartAsync(gone));
        Assert.True((await WorkAsync(further, (await CardAsync(further))!.Steps[0].Id, Today, null, World.Rep)).IsDone);
        var act = await MergeAsync(kept, gone);
        Assert.True((await _database.With<StopUpgrade, Outcome>(stop => stop.ExecuteAsync(further, new() { Reason = "换人" }, World.Rep, CancellationToken.None))).IsDone);
        await RaiseAsync(kept);

        Assert.True((await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(act, World.Admin, CancellationToken.None))).IsDone);

        Assert.Equal([(behind, kept, UpgradeState.Succeeded), (further, kept, UpgradeState.Stopped)], await ProgrammesAsync());
    }

    private async Task<long> MergeAsync(long kept, long gone)
    {
        var (one, two) = ((await GradedCustomers.FindAsync(_database, kept)).Version, (await GradedCustomers.FindAsync(_database, gone)).Version);
        return (await _database.With<MergeCustomers, Outcome<long>>(merge => merge.ExecuteAsync(new(kept, gone, [], one, two, "同一家"), World.Admin, CancellationToken.None))).Value;
    }

    private Task<List<(long Id, long CustomerId, UpgradeState State)>> ProgrammesAsync()
        => _database.Read(async db => (await db.UpgradeProgrammes.OrderBy(row => row.Id).ToListAsync()).ConvertAll(row => (row.Id, row.CustomerId, row.State)));

    private Task<IReadOnlyList<string>> LinksAsync() => _database.Read(db => new LinkCheck(db).FindDifferencesAsync(CancellationToken.None));

    private Task ImportAsync(params string[] rows) => _database.CommitAsync(Importing.Kind("deals"), Importing.Csv(["成交编号,客户名称,成交日期,成交金额(元)", .. rows]), actor: World.Admin);

    private async Task<long> CustomerAsync(int? industry, int? size, int? growth, Actor? owner = null)
    {
        var id = await GradedCustomers.BuyerAsync(_database, 50_000, 6, owner: owner);
        var version = (await GradedCustomers.FindAsync(_database, id)).Version;
        var outcome = await _database.With<JudgeCustomer, Outcome>(judge => judge.ExecuteAsync(
            id, new() { Version = version, IndustryPotential = industry, SizePotential = size, GrowthPotential = growth }, owner ?? World.Rep, CancellationToken.None));
        Assert.True(outcome.IsDone);
        Assert.Equal(Grade.C, await GradedCustomers.GradeAsync(_database, id));
        return id;
    }

    private async Task<long> StartAsync(long customerId, Actor? actor = null)
    {
        var outcome = await TryStartAsync(customerId, actor ?? World.Rep);
        Assert.True(outcome.IsDone);
        return outcome.Value;
    }

    private Task<Outcome<long>> TryStartAsync(long customerId, Actor actor, int days = 7)
        => _database.With<StartUpgrade, Outcome<long>>(start => start.ExecuteAsync(new() { CustomerId = customerId, Due = [.. Enumerable.Range(1, 5).Select(step => (DateOnly?)Today.AddDays(days * step))] }, actor, CancellationToken.None));

    private async Task<Outcome> WorkAsync(long programme, long step, DateOnly? done, string? note, Actor actor) => await _database.With<WorkUpgradeStep, Outcome>(async work =>
    {
        var form = await work.FindAsync(programme, step, actor, CancellationToken.None);
        return await work.ExecuteAsync(programme, step, (form?.Input ?? new()) with { DoneOn = done, Note = note }, actor, CancellationToken.None);
    });

    /// <summary>By his manager's decision.</summary>
    private async Task RaiseAsync(long id)
    {
        var version = (await GradedCustomers.FindAsync(_database, id)).Version;
        Assert.True((await _database.With<OverrideGrade, Outcome>(grade => grade.ExecuteAsync(id, new() { Grade = Grade.B, Reason = "框架协议已签", Version = version }, World.Manager, CancellationToken.None))).IsDone);
    }

    private async Task<List<(long Id, decimal? Potential)>> CandidatesAsync(Actor actor, bool unjudged = false)
        => [.. (await _database.With<UpgradeList, Page<UpgradeList.CandidateRow>>(list => list.CandidatesAsync(unjudged, null, new(unjudged ? "annual" : "potential", true), actor, CancellationToken.None))).Rows.Select(row => (row.Id, row.Potential.Mean))];

    private async Task<UpgradeList.ProgrammeRow> ProgrammeAsync(UpgradeState state)
        => Assert.Single((await _database.With<UpgradeList, Page<UpgradeList.ProgrammeRow>>(list => list.ProgrammesAsync(state, null, new("started", true), World.Rep, CancellationToken.None))).Rows);

    private Task<UpgradeDetails.Card?> CardAsync(long programme) => _database.With<UpgradeDetails, UpgradeDetails.Card?>(details => details.FindAsync(programme, World.Rep, CancellationToken.None));

    private Task<UpgradeList.Counts> CountsAsync(Actor actor) => _database.With<UpgradeList, UpgradeList.Counts>(list => list.CountAsync(null, actor, CancellationToken.None));

    private Task<IReadOnlyList<UpgradeList.PersonRow>> PeopleAsync(Actor actor) => _database.With<UpgradeList, IReadOnlyList<UpgradeList.PersonRow>>(list => list.PeopleAsync(actor, CancellationToken.None));

    private Task<DayAgenda.Agenda> AgendaAsync(Actor actor) => _database.With<DayAgenda, DayAgenda.Agenda>(day => day.ReadAsync(AgendaView.Today, actor, CancellationToken.None));

    private Task SaveRulesAsync(int least) => _database.With<SaveUpgradeRules, Outcome>(async save => await save.ExecuteAsync(await save.FormAsync(CancellationToken.None) with { LeastPotential = least }, World.Admin, CancellationToken.None));
}
