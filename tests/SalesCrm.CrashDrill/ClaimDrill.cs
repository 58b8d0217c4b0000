using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;

namespace SalesCrm.CrashDrill;

/// <summary>
/// Lets fifty people, signed in over HTTP, claim a hundred customers of the public pool at once, more than the daily limit allows them, and looks past
/// the product whether each customer has exactly one owner, who was told so, and nobody has more than he may.
/// </summary>
internal sealed class ClaimDrill(Server server, string file, int seed)
{
    private const int People = 50;
    private const int Customers = 100;
    private const int ClaimsPerDay = 3;

    private readonly ConcurrentBag<(long Customer, string Person, Answer Answer, TimeSpan Took)> _answers = [];
    private readonly List<string> _problems = [];

    /// <summary>True when each has one owner and the limits held.</summary>
    public async Task<bool> RunAsync()
    {
        await PrepareAsync();
        await server.StartAsync();
        var ids = Column("SELECT Id FROM Customers WHERE OpenOpportunityCount = 0 AND ArchivedAt IS NULL AND OwnerId IS NOT NULL ORDER BY Id LIMIT " + Customers.ToString(CultureInfo.InvariantCulture), row => row.GetInt64(0));
        Must(ids.Count == Customers, $"only {ids.Count} customers to release");
        using var admin = new Browser(server.Site);
        await SignInAsync(admin, "admin", Server.Password);
        await FillPoolAsync(admin, ids);

        var people = new List<(string Name, Browser Browser)>();
        for (var number = 1; number <= People; number++)
        {
            people.Add((UserName(number), await InviteAsync(admin, number)));
        }

        var forms = await Task.WhenAll(people.Select(async person => (await person.Browser.FormAsync($"/customers/{ids[0]}/claim"))!));

        var watch = Stopwatch.StartNew();
        await Task.WhenAll(people.Select((person, at) => ClaimAsync(person.Browser, person.Name, forms[at], ids, new Random(seed + at))));
        watch.Stop();

        Judge(ids);
        await server.KillAsync();
        people.ForEach(person => person.Browser.Dispose());
        var (code, output) = await server.VerbAsync(["check"]);
        Must(code == 0, $"check: {output}");
        Report(watch.Elapsed, code);
        return _problems.Count == 0;
    }

    private static string UserName(int number) => "claimer" + number.ToString("00", CultureInfo.InvariantCulture);

    private async Task PrepareAsync()
    {
        var (seeded, words) = await server.VerbAsync(["seed-demo", "--customers", "300", "--seed", "2024", "--password-stdin"], Server.Password);
        Must(seeded == 0, $"seed-demo: {words}");
    }

    /// <summary>Invites a person as an admin does; he changes his one-time password at the first sign-in.</summary>
    private async Task<Browser> InviteAsync(Browser admin, int number)
    {
        var form = await admin.FormAsync("/admin/users/new") ?? throw new DrillException("There is no form for a user.");
        var team = (await admin.ReadAsync("/admin/users/new"))!.QuerySelectorAll("[name='Input.TeamId'] option").Last().GetAttribute("value")!;
        (form.Fields["Input.UserName"], form.Fields["Input.DisplayName"], form.Fields["Input.Role"], form.Fields["Input.TeamId"]) = (UserName(number), $"领取人{number}", "Rep", team);
        var password = (await admin.SendForPageAsync(form)).QuerySelector("#one-time-password")?.TextContent ?? throw new DrillException($"{UserName(number)} was not invited.");
        var browser = new Browser(server.Site);
        await SignInAsync(browser, UserName(number), password);
        var own = await browser.FormAsync("/account/password") ?? throw new DrillException("There is no form for a password.");
        (own.Fields["Input.OldPassword"], own.Fields["Input.NewPassword"], own.Fields["Input.RepeatedPassword"]) = (password, Server.Password, Server.Password);
        Must((await browser.SendAsync(own)).Status == HttpStatusCode.Redirect, $"{UserName(number)} could not change his password");
        return browser;
    }

    /// <summary>As an admin does it: the rules by their form, the release as one bulk act.</summary>
    private async Task FillPoolAsync(Browser admin, List<long> ids)
    {
        var rules = await admin.FormAsync("/admin/pool") ?? throw new DrillException("There are no rules.");
        rules.Fields["Input.ClaimsPerDay"] = ClaimsPerDay.ToString(CultureInfo.InvariantCulture);
        Must((await admin.SendAsync(rules)).Status == HttpStatusCode.Redirect, "the rules were not saved");
        var release = await admin.FormAsync("/customers/bulk?change=Release&" + string.Join('&', ids.Select(id => $"ids={id}"))) ?? throw new DrillException("There is no bulk form.");
        release.Fields["Input.Reason"] = "公海演练";
        var answer = await admin.SendAsync(release);
        Must(answer.Status == HttpStatusCode.Redirect, $"the release was answered {answer}");
        Must(Column("SELECT Id FROM Customers WHERE OwnerId IS NULL", row => row.GetInt64(0)).Intersect(ids).Count() == Customers, "the pool does not hold them");
    }

    private static async Task SignInAsync(Browser browser, string name, string password)
    {
        var form = await browser.FormAsync("/account/login") ?? throw new DrillException("There is no form to sign in.");
        (form.Fields["UserName"], form.Fields["Password"]) = (name, password);
        if ((await browser.SendAsync(form)) is { Status: not HttpStatusCode.Redirect } answer)
        {
            throw new DrillException($"{name} could not sign in: {answer}");
        }
    }

    /// <summary>Presses every button of the list, in his own order, two at a time, whatever the answers are.</summary>
    private async Task ClaimAsync(Browser browser, string person, Form form, List<long> ids, Random random)
    {
        var order = ids.OrderBy(_ => random.Next()).Take(20).ToList();
        foreach (var pair in order.Chunk(2))
        {
            await Task.WhenAll(pair.Select(async id =>
            {
                var watch = Stopwatch.StartNew();
                var answer = await browser.SendAsync(form with { Action = $"/customers/{id}/claim" });
                _answers.Add((id, person, answer, watch.Elapsed));
            }));
        }
    }

    private void Judge(List<long> ids)
    {
        var owners = Column("SELECT c.Id, u.UserName FROM Customers c LEFT JOIN Users u ON u.Id = c.OwnerId", row => (Id: row.GetInt64(0), Owner: row.IsDBNull(1) ? null : row.GetString(1)))
            .Where(row => ids.Contains(row.Id)).ToDictionary(row => row.Id, row => row.Owner);
        var won = _answers.Where(answer => answer.Answer.Status == HttpStatusCode.Redirect).ToList();
        Must(won.TrueForAll(answer => owners[answer.Customer] == answer.Person), "somebody was told that he has a customer who is another's");
        Must(won.Select(answer => answer.Customer).Distinct().Count() == won.Count, "two were told that they have the same customer");
        Must(owners.Values.Count(owner => owner is not null) == won.Count, "a customer has an owner whom nobody told");
        Must(_answers.Where(answer => answer.Answer.Status == HttpStatusCode.Conflict).All(answer => owners[answer.Customer] is not null), "somebody was told that he came too late for a customer whom nobody has");
        Must(won.GroupBy(answer => answer.Person).All(of => of.Count() <= ClaimsPerDay), "somebody has more than a day's limit");
        Must(_answers.All(answer => answer.Answer.Status is HttpStatusCode.Redirect or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity), "an answer was none of a claim's");
        var audited = Column("SELECT COUNT(*) FROM AuditEntries a JOIN Users u ON u.Id = a.UserId WHERE a.Subject = 'Customer' AND u.UserName LIKE 'claimer%'", row => row.GetInt64(0))[0];
        Must(audited == won.Count, $"{won.Count} claims left {audited} audit entries");
    }

    private void Report(TimeSpan took, int check)
    {
        var times = _answers.Select(answer => answer.Took.TotalMilliseconds).Order().ToList();
        var won = _answers.Count(answer => answer.Answer.Status == HttpStatusCode.Redirect);
        var late = _answers.Count(answer => answer.Answer.Status == HttpStatusCode.Conflict);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{People} people, {Customers} customers, {_answers.Count} claims in {took.TotalSeconds:0.0} s: {won} won, {late} too late, {_answers.Count - won - late} over the limit of {ClaimsPerDay}; median {times[times.Count / 2]:0} ms, 95% {times[times.Count * 95 / 100]:0} ms; check {(check == 0 ? "clean" : "NOT CLEAN")}; {_problems.Count} problems"));
    }

    private void Must(bool holds, string otherwise)
    {
        if (!holds)
        {
            _problems.Add(otherwise);
            Console.WriteLine($"PROBLEM {otherwise}");
        }
    }

    private List<T> Column<T>(string query, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Fixed texts of this class.
        command.CommandText = query;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
