using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Imports.References;

/// <summary>The customers that the rows of a batch name, found by number or by the name with width, case, script and legal suffix levelled.</summary>
internal sealed class CustomerBook(ImportRun run)
{
    private const int Batch = 500;

    private readonly Dictionary<string, List<Customer>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Customer> _byNumber = new(StringComparer.Ordinal);

    /// <summary>Customers that a dry run would have created by now and that come again in the file; nobody else could find them.</summary>
    private readonly Dictionary<string, List<Customer>> _pretended = new(StringComparer.Ordinal);

    /// <summary>Files that this run opened itself; whoever may do that may write to them.</summary>
    private readonly HashSet<Customer> _opened = [];
    private readonly Dictionary<long, Customer> _byId = [];
    private HashSet<long> _edited = [];
    private HashSet<long> _worked = [];
    private readonly Queue<string> _numbers = new();

    public static string KeyOf(string name) => NameKey.OfCompany(name) is { Length: > 0 } key ? key : name.Trim();

    /// <summary>Forgets the last batch and finds the customers of the next.</summary>
    public async Task LoadAsync(IEnumerable<string?> names, IEnumerable<string?> numbers, IEnumerable<long?> wanted, CancellationToken cancellationToken)
    {
        _byKey.Clear();
        _byNumber.Clear();
        _byId.Clear();
        if (!run.IsDry)
        {
            // Those of earlier batches are loaded anew; holding them would hold the whole file.
            _opened.Clear();
        }

        // A confidential customer that is closed to the importer is none that his file could mean.
        var told = run.Db.CustomersToldTo(run.Actor);
        var source = run.IsDry ? told.AsNoTracking() : told;
        foreach (var keys in names.OfType<string>().Select(KeyOf).Distinct().Chunk(Batch))
        {
            Keep(await source.Where(customer => keys.Contains(customer.NameKey)).OrderBy(customer => customer.Id).ToListAsync(cancellationToken));
        }

        foreach (var some in numbers.OfType<string>().Distinct().Chunk(Batch))
        {
            Keep(await source.Where(customer => some.Contains(customer.Number)).ToListAsync(cancellationToken));
        }

        foreach (var some in wanted.OfType<long>().Distinct().Chunk(Batch))
        {
            Keep(await source.Where(customer => some.Contains(customer.Id)).ToListAsync(cancellationToken));
        }

        if (!run.Actor.IsSystem())
        {
            var ids = All.Select(customer => customer.Id).ToList();
            _edited = await Of(run.Db.CustomersEditedBy(run.Actor));
            _worked = await Of(run.Db.CustomersWorkedBy(run.Actor));

            async Task<HashSet<long>> Of(IQueryable<Customer> scope)
            {
                var found = new HashSet<long>();
                foreach (var some in ids.Chunk(Batch))
                {
                    found.UnionWith(await scope.Where(customer => some.Contains(customer.Id)).Select(customer => customer.Id).ToListAsync(cancellationToken));
                }

                return found;
            }
        }
    }

    public IEnumerable<Customer> All => _byId.Values;

    public Customer? ById(long id) => _byId.GetValueOrDefault(id);

    public Customer? ByNumber(string number) => _byNumber.GetValueOrDefault(number);

    /// <summary>The customer of this name; a reason when several have it, or the actor may not work on it.</summary>
    /// <param name="name">In any script and width, with or without its legal suffix.</param>
    /// <param name="toEdit">The row changes the customer's file, not only what hangs on it.</param>
    /// <param name="isOther">Leaves out customers of this name who are known to be others.</param>
    public (Customer? Customer, Text? Problem) Find(string name, bool toEdit, Func<Customer, bool>? isOther = null)
    {
        var candidates = CandidatesFor(name).FindAll(customer => isOther?.Invoke(customer) != true);
        var exact = candidates.Where(customer => NameKey.Of(customer.Name) == NameKey.Of(name)).ToList();
        return (exact.Count > 0 ? exact : candidates) switch
        {
            [] => (null, null),
            [var only] => ProblemOf(only, toEdit) is { } problem ? (null, problem) : (only, null),
            var several => (null, new Text("有 {0} 家客户都叫“{1}”，请写客户编号", several.Count, name)),
        };
    }

    /// <summary>Why the actor may not write to this customer; null when he may.</summary>
    public Text? ProblemOf(Customer customer, bool toEdit)
    {
        if (run.Actor.IsSystem() || _opened.Contains(customer) || (toEdit ? _edited : _worked).Contains(customer.Id))
        {
            return customer.ArchivedAt is null ? default(Text?) : "这家客户已归档，请先恢复";
        }

        if (customer.MergedIntoId is not null)
        {
            return "这家客户已合并到另一家，请写合并后的那一家";
        }

        return run.People.NameOf(customer.OwnerId) is { } owner
            ? new Text("这家客户已在系统中，由他人跟进，请联系{0}", owner)
            : "这家客户已在系统中，不在您的权限内，请联系管理员";
    }

    /// <summary>Takes as many numbers as customers are about to be created.</summary>
    public async Task ReserveAsync(int count, CancellationToken cancellationToken)
    {
        _numbers.Clear();
        foreach (var number in run.IsDry ? [] : await NumbersAsync(count, cancellationToken))
        {
            _numbers.Enqueue(number);
        }
    }

    /// <summary>So many free numbers, inside the write transaction.</summary>
    public async Task<IReadOnlyList<string>> NumbersAsync(int count, CancellationToken cancellationToken)
    {
        var numbers = new List<string>();
        while (numbers.Count < count)
        {
            numbers.AddRange(await CustomerNumbers.TakeAsync(run.Db, run.Clock, count - numbers.Count, cancellationToken));
        }

        return numbers;
    }

    /// <summary>Opens a file; added to the context unless this is a dry run, which keeps those that come again.</summary>
    public Customer Open(string name, string? number, long? ownerId, bool comesAgain = true)
    {
        var actor = run.Actor;
        var customer = new Customer(number ?? (_numbers.TryDequeue(out var next) ? next : ""), run.Clock.UtcNow, actor.UserId == 0 ? null : actor.UserId);
        customer.Rename(name, KeyOf(name));
        customer.AssignTo(ownerId ?? (actor.Role is Role.Rep or Role.Manager ? actor.UserId : null));
        Add(_byKey, customer);
        if (!run.IsDry)
        {
            _opened.Add(customer);
            run.Db.Customers.Add(customer);
        }
        else if (comesAgain)
        {
            _opened.Add(customer);
            Add(_pretended, customer);
        }

        return customer;
    }

    private List<Customer> CandidatesFor(string name)
    {
        var key = KeyOf(name);
        var found = _byKey.GetValueOrDefault(key, []).Concat(_pretended.GetValueOrDefault(key, [])).Distinct().ToList();
        return found.Exists(customer => customer.ArchivedAt is null) ? found.FindAll(customer => customer.ArchivedAt is null) : found;
    }

    private void Keep(List<Customer> customers)
    {
        foreach (var customer in customers)
        {
            // A dry run reads each customer anew; one object must stand for him.
            if (!_byId.TryAdd(customer.Id, customer))
            {
                continue;
            }

            Add(_byKey, customer);
            _byNumber[customer.Number] = customer;
        }
    }

    private static void Add(Dictionary<string, List<Customer>> book, Customer customer)
    {
        if (!book.TryGetValue(customer.NameKey, out var list))
        {
            book[customer.NameKey] = list = [];
        }

        list.Add(customer);
    }
}
