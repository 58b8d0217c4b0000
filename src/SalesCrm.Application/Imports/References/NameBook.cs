using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Imports.References;

/// <summary>Things that are known by one name each.</summary>
internal abstract class NameBook(ImportRun run) : IReferenceBook
{
    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> _written = [];
    private readonly Dictionary<string, string> _wanted = new(StringComparer.Ordinal);
    private readonly HashSet<long> _retired = [];
    private long _pretended;

    protected ImportRun Run => run;

    public abstract Task LoadAsync(CancellationToken cancellationToken);

    public virtual Text? ProblemOf(string name, bool mayCreate)
    {
        var key = KeyOf(name);
        if (mayCreate || IdOf(name) is not null)
        {
            return null;
        }

        return Nearest(key) is { } nearest ? new Text("没有“{0}”，最接近的是“{1}”", name, nearest) : new Text("没有“{0}”，请先建立或检查写法", name);
    }

    /// <summary>Each thing once, by the first of its names; none that was archived, though files may name it.</summary>
    public virtual IEnumerable<string> Offered => _ids.Where(pair => !_retired.Contains(pair.Value)).DistinctBy(pair => pair.Value).Select(pair => _names[pair.Key]);

    public void Want(string name)
    {
        if (IdOf(name) is null)
        {
            _wanted.TryAdd(KeyOf(name), name);
        }
    }

    public async Task CreateWantedAsync(CancellationToken cancellationToken)
    {
        if (_wanted.Count == 0)
        {
            return;
        }

        var names = _wanted.Values.ToList();
        var ids = run.IsDry ? names.ConvertAll(_ => --_pretended) : await CreateAsync(names, cancellationToken);
        for (var index = 0; index < names.Count; index++)
        {
            Know(names[index], ids[index]);
        }

        _wanted.Clear();
    }

    /// <summary>How something that is known is written; null for what is not.</summary>
    public virtual string? NameOf(long? id) => id is { } known ? _written.GetValueOrDefault(known) : null;

    public virtual long? IdOf(string? name) => name is not null && _ids.TryGetValue(KeyOf(name), out var id) ? id : null;

    protected static string KeyOf(string name) => NameKey.Of(name) is { Length: > 0 } key ? key : name.Trim();

    protected void Know(string name, long id)
    {
        _ids.TryAdd(KeyOf(name), id);
        _names.TryAdd(KeyOf(name), name);
        _written.TryAdd(id, name);
    }

    protected void Retire(long id, bool isArchived)
    {
        if (isArchived)
        {
            _retired.Add(id);
        }
    }

    /// <summary>Creates and saves; in the order of the names.</summary>
    protected abstract Task<List<long>> CreateAsync(IReadOnlyList<string> names, CancellationToken cancellationToken);

    private string? Nearest(string key)
        => _names.Select(pair => (pair.Value, Likeness: Math.Max(Likeness.Of(key, pair.Key), Agreement(key, pair.Key))))
            .Where(pair => pair.Likeness >= 40).OrderByDescending(pair => pair.Likeness).Select(pair => pair.Value).FirstOrDefault();

    /// <summary>Names of two or three characters have too few pairs to be compared; theirs are counted place by place.</summary>
    private static int Agreement(string key, string other)
        => key.Length != other.Length || key.Length > 4 ? 0 : key.Zip(other).Count(pair => pair.First == pair.Second) * 100 / key.Length;
}
