using System.Globalization;
using System.Net;
using System.Text;

namespace SalesCrm.CrashDrill;

/// <summary>One of the people at work: opens forms, fills them in and sends them, until the server is gone.</summary>
internal sealed class Client(string userName, int index, Uri site, Ledger ledger, Random random) : IDisposable
{
    private const int RowsPerImport = 100;

    private readonly Browser _browser = new(site);
    private readonly Dictionary<WriteKind, List<long>> _places = [];
    private string _industry = "";

    public string UserName => userName;

    /// <summary>Edits go to customers that no other client edits; follow-ups and moves to all.</summary>
    public void Give(Work work, int clients)
    {
        _places[WriteKind.Visit] = [.. work.Customers];
        _places[WriteKind.Edit] = [.. work.Customers.Where(id => id % clients == index)];
        _places[WriteKind.Move] = [.. work.Opportunities];
        _industry = work.Industry.ToString(CultureInfo.InvariantCulture);
    }

    public async Task SignInAsync(string password)
    {
        var form = await _browser.FormAsync("/account/login") ?? throw new DrillException("There is no form to sign in.");
        (form.Fields["UserName"], form.Fields["Password"]) = (userName, password);
        var answer = await _browser.SendAsync(form);
        if (answer.Status != HttpStatusCode.Redirect)
        {
            throw new DrillException($"{userName} could not sign in: {answer}");
        }
    }

    /// <summary>Works until <paramref name="stop"/> or until nobody answers any more.</summary>
    public async Task WorkAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await (random.Next(100) switch
                {
                    < 42 => LogVisitAsync(),
                    < 57 => CreateCustomerAsync(),
                    < 76 => EditCustomerAsync(),
                    < 92 => MoveOpportunityAsync(),
                    _ => userName == "service" ? LogVisitAsync() : ImportAsync(stop),
                });
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException)
            {
                return;
            }
        }
    }

    private async Task LogVisitAsync()
    {
        if (await OpenAsync(WriteKind.Visit, id => $"/visits/new?customerId={id}") is not { } form)
        {
            return;
        }

        var marker = ledger.NextMarker();
        form.Fields["Input.Feedback"] = $"客户确认了方案，等内部评审。{marker}";
        form.Fields["Input.NextText"] = "再次跟进";
        form.Fields["Input.NextOn"] = DateTime.UtcNow.AddDays(random.Next(2, 30)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await SendAsync(new Write(WriteKind.Visit, marker, 1) { Again = (_browser, form) }, form);
    }

    private async Task CreateCustomerAsync()
    {
        if (await _browser.FormAsync("/customers/new") is not { } form)
        {
            return;
        }

        var marker = ledger.NextMarker();
        form.Fields["Input.Name"] = $"{Syllables(6)}{marker}有限公司";
        form.Fields["Input.IndustryId"] = _industry;
        form.Fields["Input.ContactName"] = "张三";
        form.Fields["Input.ContactEmail"] = $"{marker}@example.com";
        form.Fields["Input.Need"] = "需要采购20套办公软件，预算5万";
        form.Fields["Input.NeedStage"] = "Initial";
        form.Fields["Input.DuplicateReason"] = "另一家公司";
        await SendAsync(new Write(WriteKind.Customer, marker, 1) { Again = (_browser, form) }, form);
    }

    private async Task EditCustomerAsync()
    {
        if (await OpenAsync(WriteKind.Edit, id => $"/customers/{id}/edit") is not { } form)
        {
            return;
        }

        var marker = ledger.NextMarker();
        form.Fields["Input.Remark"] = $"{Syllables(10)}{marker}";
        await SendAsync(new Write(WriteKind.Edit, marker, 1), form);
    }

    private async Task MoveOpportunityAsync()
    {
        if (await OpenAsync(WriteKind.Move, id => $"/opportunities/{id}/stage") is not { } form)
        {
            return;
        }

        var marker = ledger.NextMarker();
        form.Fields["Input.Stage"] = random.Next(3) == 0 ? "FirstContact" : "Identified";
        form.Fields["Input.Reason"] = $"客户要求重新评估 {marker}";
        await SendAsync(new Write(WriteKind.Move, marker, 1), form);
    }

    /// <summary>Uploads, maps, tries and commits a file. It is answered once its page says that it was written.</summary>
    private async Task ImportAsync(CancellationToken stop)
    {
        var upload = await _browser.FormAsync("/imports/new") ?? throw new DrillException("There is no form to import.");
        var marker = ledger.NextMarker();
        var rows = Enumerable.Range(0, RowsPerImport).Select(row => $"{Syllables(5)}批量{marker[6..12]}号{row}有限公司,{userName},{marker}");
        var uploaded = await _browser.UploadAsync(upload, "Upload", "名单.csv", Encoding.UTF8.GetBytes("客户名称,跟进人,备注\r\n" + string.Join("\r\n", rows)));
        if (uploaded.Status != HttpStatusCode.Redirect || await _browser.FormAsync(uploaded.Location) is not { } map)
        {
            throw new DrillException($"The upload was answered {uploaded}");
        }

        var check = (await _browser.SendAsync(map)).Location;
        await WaitAsync(check, stop);
        if (await _browser.FormAsync(check, "/commit") is not { } commit)
        {
            throw new DrillException($"The dry run of {check} offers nothing to write.");
        }

        var write = ledger.Add(new Write(WriteKind.Import, marker, RowsPerImport));
        if (await WaitAsync((await _browser.SendAsync(commit)).Location, stop))
        {
            write.State = WriteState.Answered;
        }
    }

    /// <summary>True when the work in the background is done.</summary>
    private async Task<bool> WaitAsync(string path, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var page = await _browser.ReadAsync(path) ?? throw new DrillException($"{path} is not there.");
            if (page.QuerySelector("#report[hx-trigger]") is null)
            {
                return page.QuerySelector("[data-metric=created]")?.GetAttribute("data-value") == RowsPerImport.ToString(CultureInfo.InvariantCulture)
                    ? true
                    : throw new DrillException($"{path} says: {page.QuerySelector("#report")?.TextContent.Trim()}");
            }

            await Task.Delay(100, CancellationToken.None);
        }

        return false;
    }

    /// <summary>A form of a record that this person may work with; others are forgotten.</summary>
    private async Task<Form?> OpenAsync(WriteKind kind, Func<long, string> path)
    {
        var places = _places[kind];
        while (places.Count > 0)
        {
            var id = places[random.Next(places.Count)];
            if (await _browser.FormAsync(path(id)) is { } form)
            {
                return form;
            }

            places.Remove(id);
        }

        return null;
    }

    private async Task SendAsync(Write write, Form form)
    {
        ledger.Add(write);
        write.Settle(await _browser.SendAsync(form));
    }

    private string Syllables(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)random.Next(0x4E00, 0x9000)));

    public void Dispose() => _browser.Dispose();
}
