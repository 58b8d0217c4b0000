using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;
using SalesCrm.Web.Tests.Imports;

namespace SalesCrm.Web.Tests.Access;

/// <summary>
/// A10, M02: a mark in every field of a foreign and of a confidential customer is found by nobody to whom they are closed: on no page, in no list,
/// count, order, search, suggestion, workbook, import or error. And whoever runs the server reads neither in its log, whatever those who may see them do.
/// </summary>
public sealed partial class CanaryTests : IAsyncLifetime
{
    /// <summary>Pages that are about people, words and rules; what they keep from a role the matrix of addresses shows.</summary>
    private static readonly string[] WithoutCustomers = ["account", "admin/dictionaries", "admin/lead-scoring", "admin/stages", "admin/teams", "admin/users", "grading/policies", "imports/", "preferences"];

    /// <summary>As in production.</summary>
    private static readonly Dictionary<string, string?> LogLevels = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
    };

    private CrmApp _app = null!;
    private CanaryRecords _foreign = null!;
    private CanaryRecords _closed = null!;

    public async Task InitializeAsync()
    {
        _app = await CrmApp.CreateAsync(LogLevels);
        _foreign = await CanaryRecords.PlantAsync(_app.Database, "外", isConfidential: false);
        _closed = await CanaryRecords.PlantAsync(_app.Database, "密", isConfidential: true);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_rep_of_another_team_finds_neither_on_any_page()
    {
        var rep = await _app.SignInAs("rep");
        await CrawlAsync(rep, World.Rep.Role, _foreign, _closed);
        await ExportsAsync(rep, _foreign, _closed);

        var mapping = await ImportSteps.UploadAsync(rep, $"客户名称,备注\r\n{_foreign.Name},试\r\n{_closed.Name},试\r\n");
        using var tried = await rep.FillIn(mapping + "?kind=customers");
        var check = (await ImportSteps.WaitAsync(rep, mapping.Replace("/mapping", "/check", StringComparison.Ordinal))).DocumentElement.OuterHtml;

        // Of the foreign one a sheet that names it is told whom to ask; of the confidential one nothing.
        Assert.Equal(2, check.Split("请联系陈思远").Length);
        NothingOf(check, "check", _foreign, _closed);
        NothingLogged();
    }

    [Fact]
    public async Task The_admin_does_not_find_the_confidential_one()
    {
        var admin = await _app.SignInAs("admin");
        await CrawlAsync(admin, World.Admin.Role, _closed);
        await ExportsAsync(admin, _closed);
        NothingLogged();
        Assert.Contains(_foreign.Mark, await TextAsync(admin, $"/customers/{_foreign.Ids["customers"]}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A10_The_log_of_the_server_holds_nothing_of_it_while_its_owner_works_on_it()
    {
        var owner = await _app.SignInAs("rep3");
        foreach (var one in new[] { _foreign, _closed })
        {
            foreach (var typed in one.Secrets.Append(one.Name))
            {
                await TextAsync(owner, "/search?q=" + Uri.EscapeDataString(typed));
                await TextAsync(owner, "/customers?q=" + Uri.EscapeDataString(typed));
                await TextAsync(owner, "/customers/mentions?q=" + Uri.EscapeDataString(typed));
            }

            var id = one.Ids["customers"];
            foreach (var (address, status, fields) in new (string, HttpStatusCode, (string, string?)[])[]
            {
                ($"/customers/{id}/edit", HttpStatusCode.UnprocessableEntity, [("Input.Name", ""), ("Input.Need", one.Mark), ("Input.Budget", one.Mark)]),
                ("/customers/new", HttpStatusCode.UnprocessableEntity, [("Input.Name", one.Name), ("Input.ContactPhone", one.Mark)]),
                ($"/visits/new?customerId={id}", HttpStatusCode.UnprocessableEntity, [("Input.Feedback", ""), ("Input.Topic", one.Mark)]),
                ($"/customers/{id}/edit", HttpStatusCode.UnprocessableEntity, [("Input.Name", one.Mark + new string('长', 5000))]),
            })
            {
                using var answer = await owner.FillIn(address, fields);
                Assert.Equal((address, status), (address, answer.StatusCode));
            }

            using var file = await owner.Get($"/attachments/{one.File}");
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            await UploadAsync(owner, id, one.Mark + ".html");
            await UploadAsync(owner, id, one.Mark + ".txt");
            using var sent = await ImportSteps.PostFileAsync(owner, one.Mark + ".csv", $"客户名称,联系电话,备注\r\n{one.Name},{one.Mark},{one.Mark}\r\n,{one.Mark},\r\n");
            var mapping = sent.Headers.Location!.ToString();
            using var tried = await owner.FillIn(mapping + "?kind=customers");
            await ImportSteps.WaitAsync(owner, mapping.Replace("/mapping", "/check", StringComparison.Ordinal));
        }

        foreach (var address in EndpointTable.Rows.Where(row => row.Value.Contains(World.Rep3.Role)).SelectMany(row => _closed.AddressesOf(row.Key, Parameter())).Distinct())
        {
            await TextAsync(owner, address);
        }

        await ExportsAsync(owner);
        NothingLogged();
    }

    [Fact]
    public async Task A10_Its_address_answers_that_there_is_no_right_a_foreign_one_that_there_is_nothing()
    {
        foreach (var (person, path, status) in new[]
        {
            ("rep", "/customers/{0}", HttpStatusCode.Forbidden), ("admin", "/customers/{0}", HttpStatusCode.Forbidden), ("admin", "/customers/{0}/timeline", HttpStatusCode.Forbidden),
            ("admin", "/deals/for-customer/{0}", HttpStatusCode.Forbidden), ("rep3", "/customers/{0}", HttpStatusCode.OK), ("manager2", "/customers/{0}", HttpStatusCode.OK),
        })
        {
            using var answer = await (await _app.SignInAs(person)).Get(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, _closed.Ids["customers"]));
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal((person, path, status), (person, path, answer.StatusCode));
            Assert.Equal(status == HttpStatusCode.Forbidden, text.Contains("没有权限", StringComparison.Ordinal));
        }

        using var foreign = await (await _app.SignInAs("rep")).Get($"/customers/{_foreign.Ids["customers"]}");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    private static async Task UploadAsync(Visitor visitor, long customer, string name)
    {
        var page = $"/customers/{customer}/files";
        using var content = new MultipartFormDataContent();
        foreach (var field in (await visitor.Page(page)).QuerySelectorAll("main form[enctype] input[type=hidden]"))
        {
            content.Add(new StringContent(field.GetAttribute("value")!), field.GetAttribute("name")!);
        }

        content.Add(new ByteArrayContent([65]), "Files", name);
        using var answer = await visitor.Http.PostAsync(page, content);
        Assert.True((int)answer.StatusCode < 500);
    }

    private void NothingLogged()
    {
        Assert.Contains(_app.Log.Lines, line => line.StartsWith("Information SalesCrm", StringComparison.Ordinal) || line.StartsWith("Information Microsoft.Hosting", StringComparison.Ordinal));
        foreach (var line in _app.Log.Lines)
        {
            NothingOf(line, "the log", _foreign, _closed);
            Assert.DoesNotContain(_foreign.Name, line, StringComparison.Ordinal);
            Assert.DoesNotContain(_closed.Name, line, StringComparison.Ordinal);
        }
    }

    private static async Task CrawlAsync(Visitor visitor, Application.Users.Role role, params CanaryRecords[] records)
    {
        var addresses = EndpointTable.Rows.Where(row => row.Value.Contains(role) && !Array.Exists(WithoutCustomers, start => row.Key.StartsWith(start, StringComparison.Ordinal))).SelectMany((row, at) => records[at % records.Length].AddressesOf(row.Key, Parameter())).Distinct().ToList();
        addresses.AddRange(records.Select(one => $"/customers/{one.Ids["customers"]}"));
        addresses.AddRange(["/customers?sort=-annual", "/customers?sort=budget", "/customers?sort=grade", "/customers?archived=true", "/visits?view=open", "/deals?sort=-amount", "/opportunities?sort=amount"]);
        addresses.AddRange(new[] { "鹮", "金丝", "1398765", "zebra-quill" }.Select(typed => "/search?q=" + Uri.EscapeDataString(typed)));
        addresses.AddRange(new[] { "customers", "opportunities", "visits", "leads", "customers/mentions" }.Select(list => $"/{list}?q={Uri.EscapeDataString("金丝鹮")}"));

        // One character apart from the foreign one, which is told; its own name is nobody's.
        Assert.DoesNotContain("名称相同", await TextAsync(visitor, "/customers/similar?Input.Name=" + Uri.EscapeDataString(records[^1].Name)), StringComparison.Ordinal);
        foreach (var one in records)
        {
            addresses.Add($"/customers/similar?Input.Name={Uri.EscapeDataString(one.Name)}&Input.ContactPhone=13987651234");
        }

        foreach (var address in addresses)
        {
            NothingOf(await TextAsync(visitor, address), address, records);
        }
    }

    private static async Task ExportsAsync(Visitor visitor, params CanaryRecords[] records)
    {
        foreach (var (page, template) in new[] { "customers", "opportunities", "visits", "deals", "leads", "surveys" }.Select(list => ("/exports/lists/" + list, "")).Append(("/exports", "")))
        {
            using var answer = await visitor.PostForm(page, ("Reason", "核对"), ("Template", template));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
            foreach (var part in zip.Entries)
            {
                using var reader = new StreamReader(part.Open());
                NothingOf(await reader.ReadToEndAsync(), page, records);
            }
        }
    }

    private static async Task<string> TextAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.Get(address);
        Assert.True((int)answer.StatusCode < 500, $"{address} answered {answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static void NothingOf(string text, string where, params CanaryRecords[] records)
    {
        foreach (var secret in records.SelectMany(one => one.Secrets).Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)))
        {
            var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
            Assert.Fail($"{where} tells {secret}: …{text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 60)]}…");
        }
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
