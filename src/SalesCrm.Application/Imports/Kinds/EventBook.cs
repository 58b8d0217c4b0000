using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Events;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>Special events of customers on their way in; found again by the other system's id, or by customer, day and text.</summary>
internal sealed class EventBook
{
    private const int Longest = 490;

    private readonly Dictionary<(Customer Customer, DateOnly On, string Text), CustomerEvent> _made = [];
    private Dictionary<(long CustomerId, DateOnly On, string Text), CustomerEvent> _known = [];
    private Dictionary<long, CustomerEvent> _byId = [];

    public async Task LoadAsync(ImportRun run, IReadOnlyList<ImportRow> rows, Func<ImportRow, DateOnly> dayOf, CancellationToken cancellationToken)
    {
        (_known, _byId) = ([], []);
        if (!run.IsDry)
        {
            _made.Clear();
        }

        // What he may not change is not his to find by a guess.
        var changed = run.Db.CustomerEventsChangedBy(run.Actor.ForOne);
        var source = run.IsDry ? changed.AsNoTracking() : changed;
        var ids = rows.Select(row => run.External.Find(ExternalSubject.Event, row.Text(ExternalBook.Own))).OfType<long>().Distinct();
        foreach (var some in ids.Chunk(500))
        {
            Keep(await source.Where(happening => some.Contains(happening.Id)).ToListAsync(cancellationToken));
        }

        var nameless = rows.Where(row => !row.Has(ExternalBook.Own)).ToList();
        if (nameless.Count == 0)
        {
            return;
        }

        var (first, last) = (nameless.Min(dayOf), nameless.Max(dayOf));
        foreach (var some in nameless.Select(row => row.Customer!.Id).Where(id => id != 0).Distinct().Chunk(500))
        {
            Keep(await source.Where(happening => some.Contains(happening.CustomerId) && happening.On >= first && happening.On <= last).ToListAsync(cancellationToken));
        }
    }

    public RowEdit Apply(ImportRun run, ImportRow row, DateOnly on, string words)
    {
        var text = CleanText.Shortened(CleanText.Line(words.ReplaceLineEndings(" ")) ?? "", Longest);
        var customer = row.Customer!;
        var found = run.External.Find(ExternalSubject.Event, row.Text(ExternalBook.Own)) is { } id ? _byId.GetValueOrDefault(id)
            : row.Has(ExternalBook.Own) ? null
            : _known.GetValueOrDefault((customer.Id, on, text)) ?? _made.GetValueOrDefault((customer, on, text));
        if (run.External.Find(ExternalSubject.Event, row.Text(ExternalBook.Own)) is not null && found?.CustomerId != customer.Id)
        {
            row.Note("这条记录已归档或在别的客户名下，未改动");
            return new RowEdit(row, isNew: false);
        }

        var happening = found ?? new CustomerEvent { CustomerId = customer.Id, On = on, Text = text, CreatedById = run.Actor.UserId == 0 ? null : run.Actor.UserId };
        var edit = new RowEdit(row, found is null);
        edit.Set("日期", happening.On, (DateOnly?)on, day => happening.On = day);
        edit.Set("内容", happening.Text, text, value => happening.Text = value);
        run.External.Bind(row, edit, ExternalSubject.Event, happening, () => happening.Id);
        edit.Close();
        if (found is null)
        {
            if (!row.Has(ExternalBook.Own))
            {
                _made[(customer, on, text)] = happening;
            }

            if (!run.IsDry)
            {
                run.Db.CustomerEvents.Add(happening);
            }
        }

        return edit;
    }

    private void Keep(List<CustomerEvent> events)
    {
        foreach (var happening in events)
        {
            _byId.TryAdd(happening.Id, happening);
            _known.TryAdd((happening.CustomerId, happening.On, happening.Text), happening);
        }
    }
}
