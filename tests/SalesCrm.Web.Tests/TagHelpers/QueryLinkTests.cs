using Microsoft.AspNetCore.Http;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Tests.TagHelpers;

public sealed class QueryLinkTests
{
    [Fact]
    public void Keeps_the_rest_of_the_query_and_begins_anew()
        => Assert.Equal("/customers?region=%E6%B1%9F%E8%8B%8F&region=%E6%B5%99%E6%B1%9F&sort=name", QueryLink.With(Request("?region=江苏&region=浙江&cursor=abc&sort=due"), (QueryLink.Sort, "name")));

    [Fact]
    public void Takes_one_of_several_values_away()
        => Assert.Equal("/customers?q=x&region=%E6%B5%99%E6%B1%9F", QueryLink.Without(Request("?region=江苏&q=x&region=浙江"), "region", "江苏"));

    [Theory]
    [InlineData("", "due", false)]
    [InlineData("?sort=name", "name", false)]
    [InlineData("?sort=-name", "name", true)]
    public void Reads_the_order_from_the_address(string query, string sort, bool descending)
        => Assert.Equal(new PageRequest(sort, descending, "", 50), QueryLink.Page(Request(query), "due"));

    private static HttpRequest Request(string query)
    {
        var request = new DefaultHttpContext().Request;
        request.Path = "/customers";
        request.QueryString = new QueryString(query);
        return request;
    }
}
