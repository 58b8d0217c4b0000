using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Admin;

public sealed class DictionaryAdministrationTests : IAsyncLifetime
{
    private CrmApp _app = null!;
    private Visitor _admin = null!;

    public async Task InitializeAsync()
    {
        _app = await CrmApp.CreateAsync();
        _admin = await _app.SignInAs("admin");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_new_word_is_offered_last_and_moves_up()
    {
        (await _admin.PostForm("/admin/dictionaries/new?kind=Source", ("Kind", "Source"), ("Input.Name", "直播"), ("Input.EnglishName", "Live stream"))).Dispose();
        Assert.Equal("直播", (await NamesAsync())[^1]);
        var id = await _app.Database.Read(db => db.Dictionary.Where(word => word.Name == "直播").Select(word => word.Id).SingleAsync());
        (await _admin.PostForm("/admin/dictionaries", ("Up", $"{id}"), ("Kind", "Source"))).Dispose();
        Assert.Equal("直播", (await NamesAsync())[^2]);
    }

    [Fact]
    public async Task An_archived_word_is_no_longer_offered()
    {
        var id = await _app.Database.Read(db => db.Dictionary.Where(word => word.Name == "陌拜").Select(word => word.Id).SingleAsync());
        (await _admin.FillIn($"/admin/dictionaries/{id}", ("Input.IsArchived", "true"))).Dispose();
        Assert.DoesNotContain("陌拜", await NamesAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("展会")]
    public async Task Refuses_an_empty_word_and_a_twin(string name)
    {
        using var answer = await _admin.PostForm("/admin/dictionaries/new?kind=Source", ("Kind", "Source"), ("Input.Name", name));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("true", (await Visitor.Read(answer)).QuerySelector("#Input_Name")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Two_administrators_see_each_others_change()
    {
        var id = await _app.Database.Read(db => db.Dictionary.Where(word => word.Name == "陌拜").Select(word => word.Id).SingleAsync());
        var version = (await _admin.Page($"/admin/dictionaries/{id}")).QuerySelector("[name='Input.Version']")!.GetAttribute("value")!;
        (await _admin.FillIn($"/admin/dictionaries/{id}", ("Input.Name", "上门拜访"))).Dispose();
        using var late = await _admin.FillIn($"/admin/dictionaries/{id}", ("Input.Name", "扫楼"), ("Input.Version", version));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    private async Task<List<string>> NamesAsync()
        => (await _app.Database.With((Words words) => words.OfAsync(DictionaryKind.Source, null, CancellationToken.None))).Select(word => word.Name).ToList();
}
