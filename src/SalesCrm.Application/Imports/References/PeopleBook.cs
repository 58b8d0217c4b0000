using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Imports.References;

/// <summary>People by user name or display name. Whoever an import creates cannot sign in until an admin gives him a password.</summary>
internal sealed class PeopleBook(ImportRun run) : NameBook(run)
{
    private readonly Dictionary<string, int> _namesakes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _userNames = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> _displayNames = [];
    private readonly Dictionary<long, string> _userNameOf = [];
    private HashSet<long>? _reach;

    /// <summary>People were added, so that the rows that say who sees whom must follow.</summary>
    public bool HasCreated { get; private set; }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var people = await Run.Db.Users.AsNoTracking().OrderBy(user => user.Id)
            .Select(user => new { user.Id, user.UserName, user.NormalizedUserName, user.DisplayName }).ToListAsync(cancellationToken);
        foreach (var person in people)
        {
            _userNames.Add(person.NormalizedUserName!);
            _displayNames[person.Id] = person.DisplayName;
            _userNameOf[person.Id] = person.UserName!;
            Know(person.UserName!, person.Id);
        }

        foreach (var person in people)
        {
            var key = KeyOf(person.DisplayName);
            _namesakes[key] = _namesakes.GetValueOrDefault(key) + 1;
            Know(person.DisplayName, person.Id);
        }

        _reach = Run.Actor.SeesEverything ? null : (await Run.Db.ReachOf(Run.Actor).ToListAsync(cancellationToken)).ToHashSet();
    }

    /// <summary>By the name that everybody knows, where only one has it.</summary>
    public override IEnumerable<string> Offered
        => _displayNames.Where(person => IsWithinReach(person.Key)).Select(person => _namesakes[KeyOf(person.Value)] > 1 ? _userNameOf[person.Key] : person.Value);

    public override Text? ProblemOf(string name, bool mayCreate)
    {
        if (IdOf(name) is not { } id)
        {
            return base.ProblemOf(name, mayCreate) is { } missing ? new Text("没有这个用户：{0}", missing) : default(Text?);
        }

        if (_namesakes.GetValueOrDefault(KeyOf(name)) > 1 && !_userNames.Contains(UserNames.KeyOf(name)))
        {
            return new Text("有 {0} 个人叫“{1}”，请写用户名", _namesakes[KeyOf(name)], name);
        }

        return IsWithinReach(id) ? default(Text?) : "只能写自己或所管团队的人";
    }

    /// <summary>Whether the actor leads this person, or is himself.</summary>
    public bool IsWithinReach(long id) => _reach is null || _reach.Contains(id);

    public string? UserNameOf(long? id) => id is { } key ? _userNameOf.GetValueOrDefault(key) : null;

    public override string? NameOf(long? id) => id is { } key ? _displayNames.GetValueOrDefault(key) : null;

    protected override async Task<List<long>> CreateAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var people = names.Select(name => User.Create(UserNameFor(name), name, Role.Rep, null)).ToList();
        Run.Db.Users.AddRange(people);
        await Run.Db.SaveChangesAsync(cancellationToken);
        people.ForEach(person => _displayNames[person.Id] = person.DisplayName);
        HasCreated = true;
        return people.ConvertAll(person => person.Id);
    }

    /// <summary>A user name that is still free: the name itself as far as user names may have its characters.</summary>
    public string UserNameFor(string displayName)
    {
        var name = new StringBuilder();
        foreach (var rune in displayName.Normalize(NormalizationForm.FormKC).EnumerateRunes().Where(rune => Rune.IsLetterOrDigit(rune) || rune.Value is '.' or '-' or '_' or '@' or ' '))
        {
            name.Append(rune);
        }

        var stem = name.ToString().Trim();
        stem = UserNames.ProblemOf(stem) is null ? stem : "user" + (stem.Length is > 0 and < UserNames.Longest - 10 ? "-" + stem : "");
        var free = stem;
        for (var number = 2; !_userNames.Add(UserNames.KeyOf(free)); number++)
        {
            free = stem + number.ToString(CultureInfo.InvariantCulture);
        }

        return free;
    }
}
