using System.Globalization;

namespace SalesCrm.Web.Tests.Formats;

/// <summary>Sets the language of the test's own flow until it is disposed.</summary>
internal sealed class Speaking : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    private Speaking(string language) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    public static Speaking Chinese() => new("zh-CN");

    public static Speaking English() => new("en");

    public void Dispose() => CultureInfo.CurrentUICulture = _before;
}
