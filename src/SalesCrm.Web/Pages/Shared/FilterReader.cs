using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Web.Pages.Opportunities;

namespace SalesCrm.Web.Pages.Shared;

/// <summary>The filter that a query asks for, as the list itself reads its address.</summary>
public sealed class FilterReader(IModelMetadataProvider metadata, IModelBinderFactory binders)
{
    public async Task<IListFilter> OfAsync(FieldSubject subject, PageModel page, IQueryCollection query) => subject switch
    {
        FieldSubject.Customer => await CustomersAsync(page, query),
        FieldSubject.Lead => await LeadsAsync(page, query),
        _ => await OpportunitiesAsync(page, query),
    };

    public async Task<CustomerFilter> CustomersAsync(PageModel page, IQueryCollection query)
        => await ReadAsync<CustomerFilter>(page, query) with { Fields = FieldQuery.Of(query), Conditions = ConditionQuery.Of(query) };

    public async Task<LeadFilter> LeadsAsync(PageModel page, IQueryCollection query)
        => await ReadAsync<LeadFilter>(page, query) with { Fields = FieldQuery.Of(query), Conditions = ConditionQuery.Of(query) };

    public async Task<OpportunityFilter> OpportunitiesAsync(PageModel page, IQueryCollection query)
        => (await ReadAsync<FilterQuery>(page, query)).ToFilter() with { Fields = FieldQuery.Of(query), Conditions = ConditionQuery.Of(query) };

    /// <summary>Bound as a page binds its own; what cannot be read asks nothing, and is no problem of the page's form.</summary>
    public async Task<T> ReadAsync<T>(PageModel page, IQueryCollection query)
        where T : class, new()
    {
        var model = metadata.GetMetadataForType(typeof(T));
        var context = DefaultModelBindingContext.CreateBindingContext(
            new ActionContext(page.HttpContext, page.RouteData, page.PageContext.ActionDescriptor),
            new QueryStringValueProvider(BindingSource.Query, query, CultureInfo.InvariantCulture), model, new BindingInfo(), "");
        await binders.CreateBinder(new ModelBinderFactoryContext { Metadata = model, BindingInfo = new BindingInfo(), CacheToken = model }).BindModelAsync(context);
        return context.Result.Model as T ?? new T();
    }
}
