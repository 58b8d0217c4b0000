using System.Text.Json;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Accounts;

namespace SalesCrm.Web.Commands;

internal static class CreateUserVerb
{
    public static Verb Verb { get; } = new(
        "create-user",
        "--user U --name N --role Rep|Manager|Service|Legal|Admin [--team \"华东/上海一组\"] [--password-stdin]",
        "Adds a person; prints a one-time password unless one is given. Teams that are missing on the path are added.",
        DatabaseUse.Alone,
        RunAsync)
    {
        Options = ["user", "name", "role", "team"],
        Flags = ["password-stdin"],
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var arguments = call.Arguments;
        var password = arguments.Has("password-stdin") ? await call.In.ReadLineAsync(cancellationToken) ?? "" : null;
        var input = new RegisterAccount.Input(arguments.Need("user"), arguments.Need("name"), arguments.OneOf<Role>("role"), arguments.Find("team"), password);
        var outcome = await call.Get<RegisterAccount>().ExecuteAsync(input, Actor.System, cancellationToken);
        if (outcome is not { Value: { } registered })
        {
            return await call.RefuseAsync(string.Join('\n', outcome.Problems.Select(problem => $"{problem.Property}: {problem.Message}")));
        }

        await call.Out.WriteLineAsync(JsonSerializer.Serialize(
            new { id = registered.Id, user = registered.UserName, oneTimePassword = registered.OneTimePassword, expiresAt = registered.ExpiresAt },
            JsonOutput.Options));
        return 0;
    }
}
