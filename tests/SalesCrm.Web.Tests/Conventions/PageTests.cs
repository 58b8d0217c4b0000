using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Database;

namespace SalesCrm.Web.Tests.Conventions;

/// <summary>What holds for every page (docs/architecture.md).</summary>
public sealed partial class PageTests
{
    /// <summary>Folders of pages that belong to no feature.</summary>
    private static readonly string[] WithoutFeature = ["Account", "Admin", "Errors", "Preferences", "Shared"];

    /// <summary>Printed and read out, so short.</summary>
    private static readonly Dictionary<string, string> ShortAddresses = new() { ["LeadForms"] = "f" };

    private static IEnumerable<Type> Models => typeof(Program).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageModel)));

    [Fact]
    public void Every_page_says_who_may_open_it()
        => AssertNone(Models.Where(model => model.GetCustomAttributes<AuthorizeAttribute>(true).Count() + model.GetCustomAttributes<AllowAnonymousAttribute>(true).Count() != 1).Select(model => model.FullName!));

    [Fact]
    public void Pages_get_use_cases_and_readers_and_no_database()
    {
        AssertNone(from model in Models
                   from parameter in model.GetConstructors().SelectMany(constructor => constructor.GetParameters())
                   where parameter.ParameterType == typeof(CrmDbContext) || typeof(DatabaseEngine).IsAssignableFrom(parameter.ParameterType)
                       || parameter.ParameterType.Namespace!.StartsWith("SalesCrm.Database.", StringComparison.Ordinal)
                   select $"{model.FullName} takes {parameter.ParameterType.Name}");
        AssertNone(Source.Files("SalesCrm.Web", "*.cs*")
            .Where(file => !file.Path.EndsWith(".csproj", StringComparison.Ordinal) && !file.Path.Contains("/Hosting/", StringComparison.Ordinal) && !file.Path.EndsWith("/Program.cs", StringComparison.Ordinal))
            .Where(file => file.Text.Contains("CrmDbContext", StringComparison.Ordinal) || file.Text.Contains("SalesCrm.Database.", StringComparison.Ordinal))
            .Select(file => file.Path));
    }

    [Fact]
    public void A_page_has_one_get_one_post_and_few_dependencies()
        => AssertNone(Models.Where(model => Handlers(model, "OnGet") > 1 || Handlers(model, "OnPost") > 1 || Dependencies(model) > 4).Select(model => model.FullName!));

    [Fact]
    public void No_page_counts_on_the_scripts_of_bootstrap_which_are_not_served()
        => AssertNone(Source.Files("SalesCrm.Web", "*.cshtml").Where(file => file.Text.Contains("data-bs-toggle", StringComparison.Ordinal) || file.Text.Contains("data-bs-dismiss", StringComparison.Ordinal)).Select(file => file.Path));

    [Fact]
    public void The_address_of_a_page_begins_with_its_folder()
        => AssertNone(Views().Where(view => view.Folder != "Index")
            .Where(view => Route().Match(view.Text) is not { Success: true } route || !IsIn(route.Groups[1].Value, view.Folder))
            .Select(view => view.Path));

    [Fact]
    public void Every_folder_of_pages_is_a_feature()
        => AssertNone(Views().Select(view => view.Folder).Distinct()
            .Where(folder => !WithoutFeature.Contains(folder) && folder != "Index" && !Directory.Exists(Path.Combine(Source.Root, "src", "SalesCrm.Application", folder))));

    [Fact]
    public void No_view_writes_raw_markup_inline_script_or_inline_style()
        => AssertNone(Source.Files("SalesCrm.Web", "*.cshtml").Where(file => Inline().IsMatch(file.Text)).Select(file => file.Path));

    private static IEnumerable<(string Path, string Folder, string Text)> Views()
        => from file in Source.Files("SalesCrm.Web/Pages", "*.cshtml")
           where file.Text.StartsWith("@page", StringComparison.Ordinal)
           let parts = file.Path.Split('/')
           select (file.Path, parts.Length > 4 ? parts[2] : parts[2].Split('.')[0], file.Text);

    /// <summary>MyDay is /my-day.</summary>
    private static bool IsIn(string route, string folder)
    {
        var word = ShortAddresses.GetValueOrDefault(folder) ?? Capital().Replace(folder, "-$0").TrimStart('-').ToLowerInvariant();
        return route == word || route.StartsWith(word + "/", StringComparison.Ordinal);
    }

    private static int Handlers(Type model, string verb)
        => model.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Count(method => method.Name.StartsWith(verb, StringComparison.Ordinal));

    /// <summary>Pieces of the application; what the web layer itself hands to every page does not count.</summary>
    private static int Dependencies(Type model)
        => model.GetConstructors().Single().GetParameters().Count(parameter => parameter.ParameterType.Assembly != typeof(Program).Assembly);

    private static void AssertNone(IEnumerable<string> found)
    {
        var list = found.ToList();
        Assert.True(list.Count == 0, string.Join('\n', list));
    }

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();

    [GeneratedRegex("^@page \"/([^\"]*)\"")]
    private static partial Regex Route();

    [GeneratedRegex("Html\\.Raw|<script(?![^>]*\\bsrc=)|<style|\\sstyle=|\\son[a-z]+=\"", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
