using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Attachments;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Merges;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Timelines;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Attachments;

public sealed class AttachmentTests : IAsyncLifetime
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. new byte[2000]];

    private TestDatabase _database = null!;
    private long _customer;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _customer = await _database.HasCustomerAsync("澜图科技", World.Rep);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Keeps_a_file_for_whoever_sees_the_customer_and_archives_what_is_taken_away()
    {
        Assert.Equal(1, (await AttachAsync(World.Rep, ("合同.pdf", Pdf))).Value);
        var file = (await ListAsync(World.Manager))!.Files.Single();

        Assert.Equal(("合同.pdf", (long)Pdf.Length, "林晓雯", true), (file.Name, file.Size, file.Who, file.MayRemove));
        Assert.Equal(Pdf, (await OpenAsync(file.Handle, World.Manager))!.Bytes);
        Assert.Null(await OpenAsync(file.Handle, World.Rep3));
        Assert.Null(await ListAsync(World.Rep3));
        Assert.Equal(OutcomeKind.NotFound, (await RemoveAsync(file.Handle, World.Rep3)).Kind);
        Assert.IsType<FileEvent>((await _database.With<CustomerTimeline, CustomerTimeline.Timeline?>(u => u.ReadAsync(_customer, new(), World.Rep, CancellationToken.None)))!.Events[0]);

        Assert.True((await RemoveAsync(file.Handle, World.Rep)).IsDone);
        Assert.Null(await OpenAsync(file.Handle, World.Rep));
        Assert.Equal(1, await _database.Read(db => db.AttachmentContents.CountAsync()));
        Assert.Equal([AuditAct.Created, AuditAct.Changed], await _database.Read(db => db.AuditEntries.Where(entry => entry.Subject == "Attachment").OrderBy(entry => entry.Id).Select(entry => entry.Act).ToListAsync()));
    }

    [Theory]
    [InlineData("报价.exe", "MZ", "“报价.exe”不是可以上传的类型：PDF、Word、Excel、PPT、图片、TXT、CSV")]
    [InlineData("资料.zip", "PK\x03\x04", "“资料.zip”不是可以上传的类型：PDF、Word、Excel、PPT、图片、TXT、CSV")]
    [InlineData("合同.PDF", "<html><script>", "“合同.pdf”的内容和扩展名不符，没有保存")]
    [InlineData("图.svg.png", "<svg onload=1>", "“图.svg.png”的内容和扩展名不符，没有保存")]
    [InlineData("名单.csv", "<!doctype html>", "“名单.csv”的内容和扩展名不符，没有保存")]
    [InlineData("表.xlsx", "PK\x03\x04 no package", "“表.xlsx”的内容和扩展名不符，没有保存")]
    [InlineData("空.txt", "", "“空.txt”是空文件")]
    public async Task Takes_only_files_of_the_list_that_are_what_they_say(string name, string content, string problem)
    {
        var outcome = await AttachAsync(World.Rep, ("好.txt", "好"u8.ToArray()), (name, System.Text.Encoding.UTF8.GetBytes(content)));

        Assert.Equal(("Files", problem), (outcome.Problems.Single().Property, outcome.Problems.Single().Message.ToString()));
        Assert.Equal(0, await _database.Read(db => db.Attachments.CountAsync()));
    }

    [Fact]
    public async Task Refuses_macros_too_large_files_and_more_than_the_total()
    {
        Assert.True((await AttachAsync(World.Rep, ("表.xlsx", Package("xl/workbook.xml")))).IsDone);
        Assert.Equal("“表.xlsx”的内容和扩展名不符，没有保存", (await AttachAsync(World.Rep, ("表.xlsx", Package("xl/workbook.xml", "xl/vbaProject.bin")))).Problems.Single().Message.ToString());
        Assert.Equal("“大.txt”超过 20 MB", (await AttachAsync(World.Rep, ("大.txt", new byte[(20 * 1024 * 1024) + 1]))).Problems.Single().Message.ToString());
        Assert.Equal("Megabytes", (await LimitAsync(0, World.Admin)).Problems.Single().Property);
        Assert.Equal(OutcomeKind.Forbidden, (await LimitAsync(1, World.Manager)).Kind);
        Assert.True((await LimitAsync(1, World.Admin)).IsDone);
        var standing = await _database.With<AttachmentLimit, AttachmentLimit.Standing?>(limit => limit.ReadAsync(World.Admin, CancellationToken.None));
        Assert.Equal((1, 1, standing!.Bytes), (standing.Megabytes, standing.Files, standing.Largest));
        Assert.Equal("这家客户的附件合计不能超过 1 MB，请先移除不需要的", (await AttachAsync(World.Rep, ("大.txt", Enumerable.Repeat((byte)'a', 1024 * 1024).ToArray()))).Problems.Single().Message.ToString());
    }

    private Task<Outcome> LimitAsync(int megabytes, Actor actor)
        => _database.With<AttachmentLimit, Outcome>(limit => limit.SaveAsync(megabytes, actor, CancellationToken.None));

    [Theory]
    [InlineData(@"C:\用户\合同.pdf", "合同.pdf")]
    [InlineData("../../etc/合同.PDF", "合同.pdf")]
    [InlineData("a<b>:c|d?.txt", "a_b__c_d_.txt")]
    [InlineData("\u202Efdp.txt", "fdp.txt")]
    [InlineData("a\r\nb.txt", "ab.txt")]
    [InlineData(".txt", "附件.txt")]
    public void A_name_is_cleaned_before_anybody_sees_it(string sent, string kept) => Assert.Equal(kept, FileNames.Clean(sent));

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        var name = FileNames.Clean(new string('长', 300) + ".pdf");
        Assert.True(name.Length <= 101 && name.EndsWith("….pdf", StringComparison.Ordinal), name);
    }

    [Fact]
    public async Task Belongs_to_an_opportunity_or_follow_up_of_the_customer_only()
    {
        var other = await _database.HasCustomerAsync("青禾食品", World.Rep);
        var opportunity = await _database.HasPricedOpportunityAsync(other, World.Rep);

        Assert.Equal(OutcomeKind.NotFound, (await AttachAsync(new(_customer, opportunity, null, [new("合同.pdf", Pdf)], Guid.Empty), World.Rep)).Kind);
        Assert.True((await AttachAsync(new(other, opportunity, null, [new("合同.pdf", Pdf)], Guid.Empty), World.Rep)).IsDone);
        var row = (await _database.With<AttachmentList, AttachmentList.FileList?>(u => u.ReadAsync(other, null, null, World.Rep, CancellationToken.None)))!.Files.Single();
        Assert.Equal(("检测设备联网二期", $"/opportunities/{opportunity}"), (row.About, row.AboutLink));
    }

    [Fact]
    public async Task The_same_form_sent_twice_attaches_once()
    {
        var form = new AttachFiles.Input(_customer, null, null, [new("合同.pdf", Pdf)], Guid.NewGuid());
        await AttachAsync(form, World.Rep);
        await AttachAsync(form, World.Rep);
        Assert.Equal(1, await _database.Read(db => db.Attachments.CountAsync()));
    }

    [Fact]
    public async Task Goes_along_when_its_customer_is_merged()
    {
        var kept = await _database.HasCustomerAsync("澜图科技（上海）", World.Rep);
        await AttachAsync(World.Rep, ("合同.pdf", Pdf));
        var form = await _database.With<MergeForm, MergeForm.Comparison?>(u => u.ReadAsync(kept, _customer, World.Rep, CancellationToken.None));

        var merged = await _database.With<MergeCustomers, Outcome<long>>(u => u.ExecuteAsync(new(kept, _customer, [], form!.Kept.Version, form.Other.Version), World.Rep, CancellationToken.None));

        Assert.True(merged.IsDone);
        Assert.Equal(kept, await _database.Read(db => db.Attachments.Select(file => file.CustomerId).SingleAsync()));
    }

    [Fact]
    public async Task Of_a_confidential_customer_not_even_the_admin_gets_one_and_who_does_is_written_down()
    {
        await AttachAsync(World.Rep, ("合同.pdf", Pdf));
        var handle = (await ListAsync(World.Admin))!.Files.Single().Handle;
        await _database.With<MarkConfidential, Outcome>(u => u.ExecuteAsync(_customer, new() { IsConfidential = true, Reason = "军工" }, World.Rep, CancellationToken.None));

        Assert.Null(await OpenAsync(handle, World.Admin));
        Assert.NotNull(await OpenAsync(handle, World.Manager));
        Assert.Equal((World.Manager.UserId, AccessKind.Downloaded, "合同.pdf"), await _database.Read(async db =>
        {
            var access = await db.CustomerAccesses.SingleAsync();
            return (access.UserId, access.Kind, access.Detail!);
        }));
    }

    private static byte[] Package(params string[] parts)
    {
        using var stream = new MemoryStream();
        using (var package = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts.Prepend("[Content_Types].xml"))
            {
                package.CreateEntry(part);
            }
        }

        return stream.ToArray();
    }

    private Task<Outcome<long>> AttachAsync(Actor actor, params (string Name, byte[] Content)[] files)
        => AttachAsync(new(_customer, null, null, [.. files.Select(file => new AttachFiles.Sent(file.Name, file.Content))], Guid.Empty), actor);

    private Task<Outcome<long>> AttachAsync(AttachFiles.Input input, Actor actor) => _database.With<AttachFiles, Outcome<long>>(u => u.ExecuteAsync(input, actor, CancellationToken.None));

    private Task<AttachmentList.FileList?> ListAsync(Actor actor) => _database.With<AttachmentList, AttachmentList.FileList?>(u => u.ReadAsync(_customer, null, null, actor, CancellationToken.None));

    private Task<OpenFile.Content?> OpenAsync(Guid handle, Actor actor) => _database.With<OpenFile, OpenFile.Content?>(u => u.FindAsync(handle, actor, CancellationToken.None));

    private Task<Outcome<long>> RemoveAsync(Guid handle, Actor actor) => _database.With<RemoveFile, Outcome<long>>(u => u.ExecuteAsync(handle, actor, CancellationToken.None));
}
