using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;
using static SalesCrm.Application.Imports.Mapping.FieldReaders;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>
/// People with office and manager. An office is a team directly below the company; a manager leads a team of his own name in it, to which his
/// people belong. Nobody so created can sign in before an admin gives him a password.
/// </summary>
internal sealed class UserKind : ImportKind
{
    private readonly UserTeams _teams = new();
    private bool _moved;

    public override string Name => "users";

    public override Text Title => "用户";

    public override string TitleField => "Name";

    public override IReadOnlyList<ImportField> Fields { get; } = HeaderWords.AddedTo("users",
    [
        new ImportField("Name", "姓名", Line(50)).Required().OfPerson(),
        new ImportField("UserName", "用户名", Line(UserNames.Longest)),
        new ImportField("Email", "邮箱", Line(254)),
        new ImportField("Role", "角色", OneOf(FieldWords.Roles, word => new("没有角色“{0}”，请写销售、经理、客服、法务或管理员", word))).OfWords(FieldWords.Roles),
        new ImportField("Office", "大区", Line(50)),
        new ImportField("Manager", "经理", Line(50)),
        LinkFields.Own,
    ]);

    public override bool IsFor(Actor actor) => actor.SeesEverything;

    public override async Task CheckAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        await _teams.LoadAsync(run, cancellationToken);
        foreach (var row in rows)
        {
            if (row.Text("UserName") is { } userName && UserNames.ProblemOf(userName) is { } problem)
            {
                row.Refuse("UserName", problem);
            }

            if (row.Text("Email") is { } email && EmailKey.Of(email) is null)
            {
                row.Refuse("Email", "邮箱格式不正确，例如 name@example.com");
            }

            foreach (var field in (string[])["Name", "Manager"])
            {
                if (row.Text(field) is { } name && !(field == "Name" && row.Has("UserName")) && _teams.CountOf(name) > 1)
                {
                    row.Refuse(field, new Text("有 {0} 个人叫“{1}”，请写用户名", _teams.CountOf(name), name));
                }
            }

            if (row.Value<Role>("Role") is Role.Admin && _teams.Find(row.Text("UserName"), row.Text("Name") ?? "")?.Role != Role.Admin)
            {
                row.Refuse("Role", "管理员不能由导入产生，请在用户页面设置");
            }
        }
    }

    public override async Task ApplyAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            var found = _teams.ById(run.External.Find(ExternalSubject.User, row.Text(ExternalBook.Own))) ?? _teams.Find(row.Text("UserName"), row.Text("Name")!);
            var person = found ?? _teams.Add(run, row.Text("UserName") ?? run.People.UserNameFor(row.Text("Name")!), row.Text("Name")!, row.Value<Role>("Role") ?? Role.Rep);
            var edit = new RowEdit(row, found is null);
            edit.Set("姓名", person.DisplayName, row.Has("UserName") ? row.Text("Name") : null, name => person.DisplayName = name);
            edit.Set("邮箱", person.Email, row.Text("Email"), email => (person.Email, person.NormalizedEmail) = (email, EmailKey.Of(email)));
            edit.Set("角色", person.Role, row.Value<Role>("Role"), role => person.Role = role, role => FieldWords.Of(FieldWords.Roles, (Role?)role));
            var team = await _teams.PlaceAsync(run, row.Text("Office"), row.Text("Manager"), edit, cancellationToken);
            if (team is not null && _teams.HomeOf(person) != team)
            {
                edit.Changed("团队", _teams.HomeOf(person)?.Name, team.Name);
                _teams.Settle(person, team);
            }

            run.External.Bind(row, edit, ExternalSubject.User, person, () => person.Id);
            edit.Close();
            _moved |= row.Outcome is RowOutcome.Created or RowOutcome.Updated;
        }
    }

    public override async Task FinishAsync(ImportRun run, CancellationToken cancellationToken)
    {
        if (_moved)
        {
            await Reach.RebuildAsync(run.Db, cancellationToken);
            await run.Db.SaveChangesAsync(cancellationToken);
        }
    }
}

/// <summary>Teams and people while an import arranges them.</summary>
internal sealed class UserTeams
{
    private readonly Dictionary<User, Team> _homes = [];
    private List<Team> _teams = [];
    private List<User> _people = [];

    public async Task LoadAsync(ImportRun run, CancellationToken cancellationToken)
    {
        if (run.IsDry && _teams.Count > 0)
        {
            return;
        }

        _homes.Clear();
        _teams = await (run.IsDry ? run.Db.Teams.AsNoTracking() : run.Db.Teams).OrderBy(team => team.Id).ToListAsync(cancellationToken);
        _people = await (run.IsDry ? run.Db.Users.AsNoTracking() : run.Db.Users).OrderBy(user => user.Id).ToListAsync(cancellationToken);
        var byId = _teams.ToDictionary(team => team.Id);
        foreach (var person in _people.Where(person => person.TeamId is not null))
        {
            _homes[person] = byId[person.TeamId!.Value];
        }
    }

    public User? ById(long? id) => id is null ? null : _people.Find(person => person.Id == id);

    public User? Find(string? userName, string displayName)
        => userName is not null ? _people.Find(person => person.NormalizedUserName == UserNames.KeyOf(userName))
            : _people.Find(person => person.NormalizedUserName == UserNames.KeyOf(displayName)) ?? _people.Find(person => IsCalled(person, displayName));

    public int CountOf(string displayName) => _people.Count(person => IsCalled(person, displayName));

    public User Add(ImportRun run, string userName, string displayName, Role role)
    {
        var person = User.Create(userName, displayName, role, null);
        _people.Add(person);
        if (!run.IsDry)
        {
            run.Db.Users.Add(person);
        }

        return person;
    }

    public Team? HomeOf(User person) => _homes.GetValueOrDefault(person);

    public void Settle(User person, Team team)
    {
        _homes[person] = team;
        person.TeamId = team.Id;
    }

    /// <summary>The team that office and manager mean; what is missing of it is founded.</summary>
    public async Task<Team?> PlaceAsync(ImportRun run, string? office, string? manager, RowEdit edit, CancellationToken cancellationToken)
    {
        var root = _teams.First(team => team.ParentId is null && team.Parent is null);
        var place = office is null ? null : Below(root, office) ?? await FoundAsync(run, office, root, edit, cancellationToken);
        if (manager is null)
        {
            return place;
        }

        var leader = Find(null, manager) ?? Add(run, run.People.UserNameFor(manager), manager, Role.Manager);
        if (leader.Role == Role.Rep)
        {
            edit.Changed("经理", null, manager);
            leader.Role = Role.Manager;
        }

        await SaveAsync(run, cancellationToken);
        var led = _teams.Find(team => (leader.Id != 0 ? team.LeaderId == leader.Id : team.Name == leader.DisplayName) && (place is null || IsBelow(team, place) || team == place));
        if (led is null)
        {
            led = Below(place ?? root, leader.DisplayName) ?? await FoundAsync(run, leader.DisplayName, place ?? root, edit, cancellationToken);
            led.LeaderId ??= leader.Id == 0 ? null : leader.Id;
        }

        if (HomeOf(leader) is null)
        {
            Settle(leader, led);
        }

        return led;
    }

    private Team? Below(Team parent, string name)
        => _teams.Find(team => IsBelow(team, parent) && NameKey.Of(team.Name) == NameKey.Of(name));

    private static bool IsBelow(Team team, Team parent) => team.Parent == parent || (parent.Id != 0 && team.ParentId == parent.Id);

    private async Task<Team> FoundAsync(ImportRun run, string name, Team parent, RowEdit edit, CancellationToken cancellationToken)
    {
        var team = new Team { Name = name, Parent = parent, ParentId = parent.Id == 0 ? null : parent.Id };
        _teams.Add(team);
        edit.Changed("团队", null, name);
        if (!run.IsDry)
        {
            run.Db.Teams.Add(team);
        }

        await SaveAsync(run, cancellationToken);
        return team;
    }

    private static async Task SaveAsync(ImportRun run, CancellationToken cancellationToken)
    {
        if (!run.IsDry)
        {
            await run.Db.SaveChangesAsync(cancellationToken);
        }
    }

    private static bool IsCalled(User person, string name) => NameKey.Of(person.DisplayName) is { Length: > 0 } key ? key == NameKey.Of(name) : person.DisplayName == name;
}
