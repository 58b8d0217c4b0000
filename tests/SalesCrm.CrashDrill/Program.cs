using System.Globalization;
using SalesCrm.CrashDrill;

// SalesCrm.CrashDrill PROGRAM FOLDER [ROUNDS|claims [PORT [SEED]]]: see docs/development.md
var (program, folder) = (Path.GetFullPath(args[0]), Path.GetFullPath(args[1]));
var isClaims = args.Length > 2 && args[2] == "claims";
var rounds = isClaims ? 0 : Number(2, 20);
var port = Number(3, 5311);
var seed = Number(4, Random.Shared.Next());

Directory.CreateDirectory(folder);
var file = Path.Combine(folder, "drill.db");
foreach (var old in Directory.GetFiles(folder, "drill.db*"))
{
    File.Delete(old);
}

Console.WriteLine(isClaims ? $"claims in {folder}, seed {seed}" : $"{rounds} rounds in {folder}, seed {seed}");
using var server = new Server(program, file, port);
try
{
    return await (isClaims ? new ClaimDrill(server, file, seed).RunAsync() : new Drill(server, file, rounds, seed).RunAsync()) ? 0 : 1;
}
catch (DrillException exception)
{
    Console.WriteLine($"FAILED: {exception.Message}");
    return 1;
}

int Number(int position, int otherwise) => args.Length > position ? int.Parse(args[position], CultureInfo.InvariantCulture) : otherwise;
