using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using SalesCrm.Application.Database;

namespace SalesCrm.Web.Hosting;

/// <summary>Keeps the keys that protect forms and notes in the database, where every node and every backup has them.</summary>
public sealed class KeyRingStore(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<KeyRing>().Read().Select(XElement.Parse).ToList();
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var ring = scope.ServiceProvider.GetRequiredService<KeyRing>();

        // The framework's interface is synchronous and is called about four times a year.
        Task.Run(() => ring.AddAsync(friendlyName, element.ToString(SaveOptions.DisableFormatting), CancellationToken.None)).GetAwaiter().GetResult();
    }

    public static void Add(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new KeyRingStore(provider.GetRequiredService<IServiceScopeFactory>())));
        var protection = services.AddDataProtection().SetApplicationName("SalesCrm");
        if (settings["DataProtection:Certificate"] is { Length: > 0 } file)
        {
            protection.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, settings["DataProtection:CertificatePassword"]));
        }
    }
}
