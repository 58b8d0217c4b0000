using Microsoft.AspNetCore.Http;
using SalesCrm.Web.Htmx;

namespace SalesCrm.Web.Tests.Htmx;

public sealed class FragmentsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true, "HX-Request")]
    [InlineData(false, "HX-Request", "HX-Boosted")]
    [InlineData(true, "HX-Request", "HX-Boosted", "HX-Target")]
    [InlineData(false, "HX-Request", "HX-Target", "HX-History-Restore-Request")]
    public void A_part_is_asked_for_by_htmx_for_a_target(bool expected, params string[] headers)
    {
        var request = new DefaultHttpContext().Request;
        foreach (var header in headers)
        {
            request.Headers[header] = "true";
        }

        Assert.Equal(expected, request.IsFragment());
    }
}
