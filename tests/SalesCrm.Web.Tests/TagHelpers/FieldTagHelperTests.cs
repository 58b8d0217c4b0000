using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Web.Formats;
using SalesCrm.Web.TagHelpers;
using SalesCrm.Web.Tests.Formats;

namespace SalesCrm.Web.Tests.TagHelpers;

public sealed class FieldTagHelperTests
{
    private sealed record Form(string? Name, decimal? Amount, bool Agreed, DateOnly? On);

    private readonly ServiceProvider _services = new ServiceCollection().AddLogging()
        .AddMvcCore().AddViews().Services.BuildServiceProvider();

    [Fact]
    public async Task The_label_belongs_to_the_control_and_hint_and_error_describe_it()
    {
        using var _ = Speaking.Chinese();
        var state = new ModelStateDictionary();
        state.AddModelError("Name", "请填写");
        var html = await Render(new Form("澜图", null, false, null), nameof(Form.Name), state, field =>
        {
            field.Label = "客户名称";
            field.Required = true;
            field.Hint = "营业执照上的全称";
        }, new TagHelperAttribute("maxlength", "100"));
        Assert.Contains("<label class=\"form-label\" for=\"Name\">客户名称", html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"Name-error Name-hint\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains("maxlength=\"100\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"澜图\"", html, StringComparison.Ordinal);
        Assert.Contains("<div class=\"form-error\" id=\"Name-error\">请填写</div>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_is_kept_even_when_it_is_not_a_number()
    {
        var state = new ModelStateDictionary();
        state.SetModelValue("Amount", "十二\"<", "十二\"<");
        state.AddModelError("Amount", "不对");
        var html = await Render(new Form(null, 5, false, null), nameof(Form.Amount), state);
        Assert.Contains("value=\"十二&quot;&lt;\"", html, StringComparison.Ordinal);
        Assert.Contains("inputmode=\"decimal\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_are_written_without_a_culture()
    {
        Assert.Contains("value=\"1234.5\"", await Render(new Form(null, 1234.50m, false, null), nameof(Form.Amount)), StringComparison.Ordinal);
        Assert.Contains("value=\"2024-03-05\"", await Render(new Form(null, null, false, new DateOnly(2024, 3, 5)), nameof(Form.On)), StringComparison.Ordinal);
        Assert.Contains("checked=\"checked\"", await Render(new Form(null, null, true, null), nameof(Form.Agreed)), StringComparison.Ordinal);
    }

    private Task<string> Render(Form form, string property, ModelStateDictionary? state = null, Action<FieldTagHelper>? set = null, params TagHelperAttribute[] attributes)
    {
        var metadata = _services.GetRequiredService<IModelMetadataProvider>();
        var view = Rendered.View(state: state);
        view.ViewData = new ViewDataDictionary<Form>(metadata, view.ModelState) { Model = form };
        view.HttpContext.RequestServices = _services;
        var explorer = metadata.GetModelExplorerForType(typeof(Form), form).GetExplorerForProperty(property)!;
        var field = new FieldTagHelper(_services.GetRequiredService<IHtmlGenerator>(), new Localizer()) { For = new ModelExpression(property, explorer), ViewContext = view };
        set?.Invoke(field);
        return Rendered.Of(field, "field", "", attributes);
    }
}
