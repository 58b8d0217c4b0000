using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SalesCrm.Application;
using SalesCrm.Database.Sqlite;
using SalesCrm.Database.SqlServer;

namespace SalesCrm.Web.Tests.Conventions;

/// <summary>What holds for every class of the product (docs/architecture.md).</summary>
public sealed partial class ClassTests
{
    private static readonly string[] ForbiddenEndings = ["Service", "Manager", "Helper", "Util", "Utils", "Handler", "Processor", "Base", "Impl", "Dto", "Info", "Data", "Vm"];

    private static IEnumerable<Type> Classes => new[] { typeof(ApplicationServices), typeof(Program), typeof(SqliteEngine), typeof(SqlServerEngine) }
        .SelectMany(type => type.Assembly.GetTypes())
        .Where(type => type.IsClass && type.Namespace?.StartsWith("SalesCrm", StringComparison.Ordinal) == true
            && !type.IsDefined(typeof(CompilerGeneratedAttribute), false) && !type.Name.Contains('<', StringComparison.Ordinal)
            && !type.FullName!.Contains(".Migrations.", StringComparison.Ordinal) && !type.FullName.Contains("AspNetCoreGenerated", StringComparison.Ordinal));

    [Fact]
    public void Classes_are_sealed_unless_something_derives_from_them()
    {
        var parents = Classes.Select(type => type.BaseType).OfType<Type>().Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();
        AssertNone(Classes.Where(type => !type.IsSealed && !type.IsAbstract && !parents.Contains(type)).Select(type => type.FullName!));
    }

    [Fact]
    public void No_class_ends_in_a_word_that_says_nothing()
        => AssertNone(Classes.Where(type => !type.Name.EndsWith("TagHelper", StringComparison.Ordinal) && ForbiddenEndings.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal))).Select(type => type.FullName!));

    [Fact]
    public void No_folder_is_a_drawer_for_everything()
        => AssertNone(Classes.Where(type => Drawer().IsMatch(type.Namespace!)).Select(type => type.FullName!));

    [Fact]
    public void Nothing_asks_the_machine_for_the_time()
        => AssertNone(Source.Files("", "*.cs").Where(file => !file.Path.Contains("/Migrations/", StringComparison.Ordinal) && WallClock().IsMatch(file.Text)).Select(file => file.Path));

    private static void AssertNone(IEnumerable<string> found)
    {
        var list = found.ToList();
        Assert.True(list.Count == 0, string.Join('\n', list));
    }

    [GeneratedRegex(@"\.(Common|Utils|Helpers|Core|Extensions|Services|Models)(\.|$)")]
    private static partial Regex Drawer();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex WallClock();
}
