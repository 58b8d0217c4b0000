using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;
using static SalesCrm.Web.Tests.Imports.ImportSteps;

namespace SalesCrm.Web.Tests.Imports;

/// <summary>A file through the browser's four steps, without scripts.</summary>
public sealed class ImportPagesTests : IAsyncLifetime
{
    private CrmApp _app = null!;

    public async Task InitializeAsync() => _app = await CrmApp.CreateAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task L06_One_bad_row_of_four_comes_back_and_the_others_are_written()
    {
        var manager = await _app.SignInAs("manager");
        var mapping = await UploadAsync(manager, "客户名称,预算\r\n甲公司,5万\r\n乙公司,1.2万\r\n丙公司,-1\r\n丁公司,\r\n");
        using (var tried = await manager.FillIn(mapping + "?kind=customers"))
        {
            Assert.Equal(HttpStatusCode.Redirect, tried.StatusCode);
        }

        var check = await WaitAsync(manager, mapping.Replace("/mapping", "/check", StringComparison.Ordinal));
        Assert.Equal(("3", "1"), (Value(check, "created"), Value(check, "refused")));
        Assert.Contains("金额不能为负数", check.QuerySelector("#report table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());

        var handle = mapping.Split('/')[2];
        using (var committed = await manager.PostForm($"/imports/{handle}/commit", ("AllOrNothing", "false")))
        {
            Assert.Equal($"/imports/{handle}", committed.Headers.Location!.ToString());
        }

        var result = await WaitAsync(manager, $"/imports/{handle}");
        Assert.Equal(("3", "1"), (Value(result, "created"), Value(result, "refused")));
        Assert.Equal(3, await CountAsync());
        Assert.Contains(result.QuerySelectorAll("a"), link => link.TextContent.Contains("下载错误行", StringComparison.Ordinal));
        using var workbook = await manager.Get($"/imports/{handle}/refused");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.Content.Headers.ContentType!.MediaType);

        using var again = await manager.PostForm($"/imports/{handle}/commit", ("AllOrNothing", "false"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task F4_Somebody_elses_import_is_not_there()
    {
        var mapping = await UploadAsync(await _app.SignInAs("manager"), "客户名称\r\n甲公司\r\n");
        var admin = await _app.SignInAs("admin");
        foreach (var path in new[] { mapping, mapping.Replace("/mapping", "/check", StringComparison.Ordinal), mapping.Replace("/mapping", "", StringComparison.Ordinal), mapping.Replace("/mapping", "/refused", StringComparison.Ordinal) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await admin.Get(path)).StatusCode);
        }

        using var posted = await admin.PostForm(mapping.Replace("/mapping", "/commit", StringComparison.Ordinal), ("AllOrNothing", "false"));
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
    }

    [Theory]
    [InlineData("名单.pdf", "%PDF", "只支持 .xlsx、.csv 和 .txt 文件")]
    [InlineData("名单.xlsx", "不是工作簿", "文件名以 .xlsx 结尾，内容却不是 Excel 工作簿")]
    [InlineData("名单.csv", "", "文件是空的")]
    public async Task A_wrong_file_gets_a_reason_beside_the_field(string name, string content, string reason)
    {
        var rep = await _app.SignInAs("rep");
        using var answer = await PostFileAsync(rep, name, content);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(reason, (await Visitor.Read(answer)).QuerySelector(".form-error")!.TextContent);
    }

    [Fact]
    public async Task A_word_that_is_swapped_for_nothing_or_in_no_field_changes_nothing()
    {
        var rep = await _app.SignInAs("rep");
        var mapping = await UploadAsync(rep, "客户名称,乙\r\n甲公司,2\r\n");
        foreach (var (field, word) in new[] { ("Industry", ""), ("", "x"), ("", "") })
        {
            using var answer = await rep.FillIn(mapping + "?kind=customers", ("Swaps[0].Field", field), ("Swaps[0].Word", word), ("Swaps[0].Known", "食品"));
            Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, answer.StatusCode.ToString());
        }
    }

    [Fact]
    public async Task A_mapping_without_the_required_column_says_so()
    {
        var rep = await _app.SignInAs("rep");
        var mapping = await UploadAsync(rep, "甲,乙\r\n1,2\r\n");
        using var answer = await rep.FillIn(mapping + "?kind=customers");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("还缺必填字段：客户名称", (await rep.Page(mapping + "?kind=customers")).QuerySelector("#lacking")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("没有一列能对应上", (await Visitor.Read(answer)).QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_field_without_a_column_is_marked_before_anything_is_read()
    {
        var rep = await _app.SignInAs("rep");
        var page = await rep.Page(await UploadAsync(rep, "跟进内容,客户名称\r\n谈了价格,甲公司\r\n") + "?kind=visits");
        Assert.Contains("还缺必填字段：回访日期、回访方式", page.QuerySelector("#lacking")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await rep.Page(await UploadAsync(rep, "跟进内容,客户名称,跟进时间,跟进方式\r\n谈了价格,甲公司,2024-01-05,电话\r\n") + "?kind=visits")).QuerySelector("#lacking"));
    }

    [Fact]
    public async Task A_file_of_another_system_is_understood_by_its_headings()
    {
        var rep = await _app.SignInAs("rep");
        var page = await rep.Page(await UploadAsync(rep, "Record ID,First Name,Last Name,Email Address,Associated Company,Fax\r\n51,Ann,Lee,a@b.example,甲公司,1\r\n", name: "export.csv"));
        Assert.Equal("contacts", page.QuerySelector("input[name=Kind]")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("#lacking"));
        Assert.Contains("{First Name} {Last Name}", page.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        var unchosen = page.QuerySelectorAll("select[name=Fields]").ToDictionary(select => select.GetAttribute("aria-label")!, select => select.QuerySelector("option[value='']")!.TextContent);
        Assert.Equal(("用于「姓名」", "用于「姓名」", "不导入"), (unchosen["“First Name”对应的字段"], unchosen["“Last Name”对应的字段"], unchosen["“Fax”对应的字段"]));
    }

    [Fact]
    public async Task Unknown_words_are_created_at_one_click_by_whoever_may()
    {
        const string File = "客户名称,所属行业,客户来源\r\n甲公司,量子计算,火星展\r\n乙公司,量子计算,\r\n";
        foreach (var (who, mayCreate) in new[] { ("manager", false), ("admin", true) })
        {
            var visitor = await _app.SignInAs(who);
            var mapping = await UploadAsync(visitor, File);
            using (var tried = await visitor.FillIn(mapping + "?kind=customers"))
            {
                Assert.Equal(HttpStatusCode.Redirect, tried.StatusCode);
            }

            var path = mapping.Replace("/mapping", "/check", StringComparison.Ordinal);
            var check = await WaitAsync(visitor, path);
            Assert.Contains("量子计算（2 行）", check.QuerySelector("[data-missing=Industry]")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(check.QuerySelector($"a[href='{mapping}#field-Industry']"));
            Assert.Equal(mayCreate ? ["Industry,Source", "Industry", "Source"] : [], check.QuerySelectorAll("button[name=Create]").Select(button => button.GetAttribute("value")!));
            var choice = (await visitor.Page(mapping)).QuerySelector("#field-Industry fieldset")!;
            Assert.Equal("量子计算", choice.QuerySelector("label")!.TextContent);
            Assert.Contains("IT服务", choice.QuerySelectorAll("select option").Select(option => option.TextContent));
            using var created = await visitor.PostForm(path.Replace("/check", "/words", StringComparison.Ordinal), ("Create", "Industry,Source"));
            Assert.Equal(mayCreate ? HttpStatusCode.Redirect : HttpStatusCode.NotFound, created.StatusCode);
            var again = await WaitAsync(visitor, path);
            Assert.Equal(mayCreate ? ("2", "0") : ("0", "2"), (Value(again, "created"), Value(again, "refused")));
        }
    }

    [Fact]
    public async Task Rows_without_a_change_are_not_said_to_be_written()
    {
        var rep = await _app.SignInAs("rep");
        const string File = "客户名称,需求描述\r\n甲公司,联网\r\n";
        await ImportAsync(rep, "customers", File);
        var mapping = await UploadAsync(rep, File);
        using (var tried = await rep.FillIn(mapping + "?kind=customers"))
        {
            Assert.Equal(HttpStatusCode.Redirect, tried.StatusCode);
        }

        var check = await WaitAsync(rep, mapping.Replace("/mapping", "/check", StringComparison.Ordinal));
        Assert.Contains("没有要写入的行", check.QuerySelector("#report")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("完成，不改动", check.QuerySelector("#report button.btn-primary")!.TextContent, StringComparison.Ordinal);
        using var committed = await rep.PostForm(mapping.Replace("/mapping", "/commit", StringComparison.Ordinal), ("AllOrNothing", "false"));
        Assert.Contains("没有变化", (await WaitAsync(rep, committed.Headers.Location!.ToString())).QuerySelector("#report")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rep_is_offered_no_users_and_may_create_customers_only()
    {
        var rep = await _app.SignInAs("rep");
        var page = await rep.Page(await UploadAsync(rep, "客户名称\r\n甲\r\n"));
        Assert.DoesNotContain("users", page.QuerySelectorAll("select[name=kind] option").Select(option => option.GetAttribute("value")));
        Assert.Equal(["Customer"], page.QuerySelectorAll("input[name=Create]").Select(box => box.GetAttribute("value")!));
    }

    [Fact]
    public async Task A_mapping_file_given_with_the_upload_leads_columns_values_and_empty_cells()
    {
        var admin = await _app.SignInAs("admin");
        const string Profile = """
            { "kind": "opportunities", "columns": { "id": "Number", "account": "Customer", "deal_stage": "Stage" },
              "values": { "Stage": { "Engaging": "FirstContact" } }, "defaults": { "Customer": "(未登记客户)", "Name": "设备联网" }, "create": ["Customer"] }
            """;
        var mapping = await UploadAsync(admin, "id,account,deal_stage\r\nA1,,Engaging\r\nA2,甲公司,Engaging\r\n", Profile);
        using (var tried = await admin.FillIn(mapping))
        {
            Assert.Equal(HttpStatusCode.Redirect, tried.StatusCode);
        }

        var check = await WaitAsync(admin, mapping.Replace("/mapping", "/check", StringComparison.Ordinal));
        Assert.Equal(("2", "0"), (Value(check, "created"), Value(check, "refused")));
        var again = await admin.Page(mapping);
        Assert.Contains(again.QuerySelectorAll("textarea[name=Values]"), box => box.TextContent.Trim() == "Engaging = FirstContact");
        using var saved = await admin.Get(mapping.Replace("/mapping", "/profile", StringComparison.Ordinal));
        Assert.Equal(MappingProfile.Parse(Profile).ToJson(), await saved.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("{", "映射文件不是有效的 JSON")]
    [InlineData("""{ "kind": "planets" }""", "映射文件的内容“planets”不能导入")]
    public async Task A_mapping_file_that_is_none_gets_a_reason(string profile, string reason)
    {
        using var answer = await PostFileAsync(await _app.SignInAs("rep"), "客户.csv", "客户名称\r\n甲\r\n", profile);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains((await Visitor.Read(answer)).QuerySelectorAll(".form-error"), error => error.TextContent.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_replacement_that_is_none_is_named_and_kept()
    {
        var admin = await _app.SignInAs("admin");
        var mapping = await UploadAsync(admin, "客户名称\r\n甲公司\r\n");
        using var answer = await admin.FillIn(mapping + "?kind=customers", ("Values", "没有等号"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Visitor.Read(answer);
        Assert.Contains("换值“没有等号”", page.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("textarea[name=Values]"), box => box.TextContent.Trim() == "没有等号");
    }

    [Fact]
    public async Task A_row_number_that_cannot_be_read_decides_nothing()
    {
        var admin = await _app.SignInAs("admin");
        var mapping = await UploadAsync(admin, "客户名称\r\n甲公司\r\n");
        (await admin.FillIn(mapping + "?kind=customers")).Dispose();
        await WaitAsync(admin, mapping.Replace("/mapping", "/check", StringComparison.Ordinal));
        foreach (var (whole, status) in new[] { ("zwölf:Mine", HttpStatusCode.NotFound), ("99999999999:Mine", HttpStatusCode.NotFound), (" :Mine", HttpStatusCode.NotFound), (":Yours", HttpStatusCode.NotFound), (":Theirs", HttpStatusCode.Redirect) })
        {
            using var answer = await admin.PostForm(mapping.Replace("/mapping", "/conflicts", StringComparison.Ordinal), ("Whole", whole));
            Assert.Equal((whole, status), (whole, answer.StatusCode));
        }
    }

    [SharedFileFact]
    public async Task L01_Sheet_after_sheet_of_a_workbook_goes_in_after_one_upload()
    {
        var admin = await _app.SignInAs("admin");
        using var uploaded = await PostFileAsync(admin, "五张表.xlsx", await File.ReadAllBytesAsync(SharedFiles.PathOf("seed-templates.xlsx")));
        var (mapping, written) = (uploaded.Headers.Location!.ToString(), new List<string>());
        while (true)
        {
            using var tried = await admin.FillIn(mapping);
            Assert.Equal(HttpStatusCode.Redirect, tried.StatusCode);
            var check = await WaitAsync(admin, mapping.Replace("/mapping", "/check", StringComparison.Ordinal));
            Assert.Equal("0", Value(check, "refused"));
            using var committed = await admin.PostForm(mapping.Replace("/mapping", "/commit", StringComparison.Ordinal), ("AllOrNothing", "true"));
            var path = committed.Headers.Location!.ToString();
            var result = await WaitAsync(admin, path);
            written.Add(result.QuerySelector(".page-head .meta")!.TextContent.Split('「')[1].TrimEnd('」'));
            if (result.QuerySelector($"form[action='{path}']") is null)
            {
                using var over = await admin.PostForm(path);
                Assert.Equal(HttpStatusCode.NotFound, over.StatusCode);
                break;
            }

            using var next = await admin.PostForm(path);
            using var again = await admin.PostForm(path);
            mapping = next.Headers.Location!.ToString();
            Assert.Equal(mapping, again.Headers.Location!.ToString());
        }

        Assert.Equal(Templates.All.Select(template => template.Name), written);
        Assert.Equal(1, await _app.Database.With<CrmDbContext, int>(db => db.Opportunities.CountAsync()));
        Assert.Equal(2, await _app.Database.With<CrmDbContext, int>(db => db.Visits.CountAsync())); // its own row, and the last follow-up of the customer
    }

    [SharedFileFact]
    public async Task F4_Nobody_takes_a_sheet_out_of_somebody_elses_file()
    {
        var admin = await _app.SignInAs("admin");
        using var uploaded = await PostFileAsync(admin, "五张表.xlsx", await File.ReadAllBytesAsync(SharedFiles.PathOf("seed-templates.xlsx")));
        var path = uploaded.Headers.Location!.ToString().Replace("/mapping", "", StringComparison.Ordinal);
        foreach (var visitor in new[] { admin, await _app.SignInAs("manager") })
        {
            using var answer = await visitor.PostForm(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static string Value(IParentNode page, string metric) => page.QuerySelector($"[data-metric={metric}]")!.GetAttribute("data-value")!;

    private Task<int> CountAsync() => _app.Database.With<CrmDbContext, int>(db => db.Customers.CountAsync());
}
