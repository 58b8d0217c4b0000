using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Users.Accounts;

/// <summary>A person's account as an administrator types it.</summary>
public record AccountInput
{
    public string? UserName { get; set; }
    public string? DisplayName { get; set; }
    public Role? Role { get; set; }
    public long? TeamId { get; set; }

    /// <summary>渠道销售: sees only customers of his own, and no costs.</summary>
    public bool IsChannel { get; set; }

    /// <summary>The administrator's own password; needed when a role is granted.</summary>
    public string? OwnPassword { get; set; }
}

internal static class AccountRules
{
    public const int LongestName = 50;

    public static Text NameTaken { get; } = "这个用户名已经有人用了";

    /// <summary>What is wrong with the fields, apart from the password.</summary>
    public static async Task<List<Problem>> ProblemsAsync(CrmDbContext db, AccountInput input, long exceptId, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        Add(nameof(input.UserName), UserNames.ProblemOf(input.UserName));
        Add(nameof(input.DisplayName), string.IsNullOrWhiteSpace(input.DisplayName) ? "必须填写" : CleanText.ReadLine(input.DisplayName, LongestName).Problem);
        Add(nameof(input.Role), input.Role is { } role && Enum.IsDefined(role) ? default(Text?) : "请选择角色");
        Add(nameof(input.TeamId), input.TeamId is { } teamId && await db.Teams.AnyAsync(team => team.Id == teamId, cancellationToken) ? default(Text?) : "请选择团队");
        Add(nameof(input.IsChannel), input.IsChannel && input.Role is { } other && other != Users.Role.Rep ? "只有销售可以是渠道销售" : default(Text?));
        var key = UserNames.KeyOf(input.UserName);
        if (problems.Count == 0 && await db.Users.AnyAsync(user => user.NormalizedUserName == key && user.Id != exceptId, cancellationToken))
        {
            Add(nameof(input.UserName), NameTaken);
        }

        return problems;

        void Add(string property, Text? problem)
        {
            if (problem is { } text)
            {
                problems.Add(new(property, text));
            }
        }
    }
}
