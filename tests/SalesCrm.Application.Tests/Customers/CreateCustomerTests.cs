using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Duplicates;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Customers;

public sealed class CreateCustomerTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Opens_a_file_with_its_contact_number_and_audit_trail()
    {
        var outcome = await CreateAsync(await CustomerInputs.CompleteAsync(_database));

        var customer = await _database.Read(db => db.Customers.Include(c => c.Contacts).SingleAsync());
        Assert.Equal(outcome.Value, customer.Id);
        Assert.Equal("KH2024040001", customer.Number);
        Assert.Equal("13800005678", Assert.Single(customer.Contacts).MobileKey);
        var entry = await _database.Read(db => db.AuditEntries.SingleAsync(e => e.Subject == "Customer"));
        Assert.Equal((AuditAct.Created, World.Rep.UserId, customer.Id), (entry.Act, entry.UserId, entry.SubjectId));
    }

    [Fact]
    public async Task A04_Reads_quantity_and_budget_from_the_need_and_keeps_its_words()
    {
        await CreateAsync(await CustomerInputs.CompleteAsync(_database));

        var customer = await _database.Read(db => db.Customers.SingleAsync());
        Assert.Equal((20, 50_000m, "需要采购20套办公软件，预算5万"), (customer.NeedQuantity!.Value, customer.Budget!.Value, customer.Need));
    }

    [Theory]
    [InlineData("Name")]
    [InlineData("IndustryId")]
    [InlineData("ContactName")]
    [InlineData("Need")]
    [InlineData("NeedStage")]
    [InlineData("OwnerId")]
    [InlineData("FirstContactOn")]
    public async Task A01_Names_the_missing_one_of_the_seven_required_fields(string field)
    {
        var input = await CustomerInputs.CompleteAsync(_database);
        typeof(CreateCustomer.Input).GetProperty(field)!.SetValue(input, null);

        var outcome = await CreateAsync(input);

        Assert.Equal(field, Assert.Single(outcome.Problems).Property);
        Assert.Equal(0, await _database.Read(db => db.Customers.CountAsync()));
    }

    [Fact]
    public async Task A_first_contact_of_tomorrow_is_refused_in_a_new_file_and_in_one_that_is_edited()
    {
        var input = await CustomerInputs.CompleteAsync(_database);
        input.FirstContactOn = DateOnly.FromDateTime(_database.Clock.Now.UtcDateTime).AddDays(2);
        var problem = Assert.Single((await CreateAsync(input)).Problems);
        Assert.Equal(("FirstContactOn", "首次接触时间不能晚于今天"), (problem.Property, problem.Message.ToString()));

        var id = await CustomerInputs.CreateAsync(_database, "云启医疗");
        var file = (await _database.With<CustomerForm, EditCustomer.Input?>(form => form.FindAsync(id, World.Rep, CancellationToken.None)))!;
        file.FirstContactOn = input.FirstContactOn;
        Assert.Equal("FirstContactOn", Assert.Single((await _database.With<EditCustomer, Outcome>(edit => edit.ExecuteAsync(id, file, World.Rep, CancellationToken.None, only: "FirstContactOn"))).Problems).Property);
    }

    [Theory]
    [InlineData("澜图科技(杭州)有限公司")]
    [InlineData("瀾圖科技（杭州）股份有限公司")]
    [InlineData("澜图科技 杭州 ")]
    public async Task A06_Asks_for_a_reason_when_the_name_is_already_on_file(string name)
    {
        await CreateAsync(await CustomerInputs.CompleteAsync(_database));
        var second = await CustomerInputs.CompleteAsync(_database, name);
        (second.ContactPhone, second.ContactEmail) = (null, "someone@else.com");

        Assert.Equal("DuplicateReason", Assert.Single((await CreateAsync(second)).Problems).Property);

        second.DuplicateReason = "另一家分公司";
        Assert.True((await CreateAsync(second)).IsDone);
    }

    [Fact]
    public async Task A06_Tells_of_a_foreign_duplicate_only_whom_to_ask()
    {
        await CustomerInputs.CreateAsync(_database, "九川医疗器械有限公司", World.Rep3);

        var found = await _database.With<CustomerDuplicates, IReadOnlyList<CustomerDuplicates.DuplicateRow>>(
            duplicates => duplicates.FindAsync("九川醫療器械", [], [], null, World.Rep, CancellationToken.None));

        Assert.Equal(new CustomerDuplicates.DuplicateRow(null, null, World.Rep3.Name, null, DuplicateReasons.SameName), Assert.Single(found));
    }

    [Fact]
    public async Task The_same_form_sent_twice_opens_one_file()
    {
        var input = await CustomerInputs.CompleteAsync(_database);
        input.DuplicateReason = "重复提交";

        var ids = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => CreateAsync(input)));

        Assert.Single(ids.Select(outcome => outcome.Value).Distinct());
        Assert.Equal(1, await _database.Read(db => db.Customers.CountAsync()));
    }

    [Fact]
    public async Task Twenty_at_once_get_twenty_numbers()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => CustomerInputs.CreateAsync(_database, $"客户{i}号公司")));

        Assert.Equal(20, (await _database.Read(db => db.Customers.Select(c => c.Number).ToListAsync())).Distinct().Count());
    }

    [Fact]
    public async Task A_rep_opens_no_file_for_somebody_else()
    {
        var input = await CustomerInputs.CompleteAsync(_database);
        input.OwnerId = World.Rep3.UserId;

        Assert.Equal("OwnerId", Assert.Single((await CreateAsync(input)).Problems).Property);
    }

    private Task<Outcome<long>> CreateAsync(CreateCustomer.Input input)
        => _database.With<CreateCustomer, Outcome<long>>(create => create.ExecuteAsync(input, World.Rep, CancellationToken.None));
}
