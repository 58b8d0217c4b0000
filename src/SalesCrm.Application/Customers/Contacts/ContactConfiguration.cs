using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesCrm.Application.Customers.Contacts;

internal sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.ToTable("Contacts");
        contact.Property(c => c.SearchKey).HasMaxLength(900);
        contact.Ignore(c => c.SearchKind).Ignore(c => c.SearchNames).Ignore(c => c.SearchPhones);
        contact.Property(c => c.Name).HasMaxLength(100);
        contact.Property(c => c.Title).HasMaxLength(100);
        contact.Property(c => c.Phone).HasMaxLength(60);
        contact.Property(c => c.Mobile).HasMaxLength(60);
        contact.Property(c => c.Email).HasMaxLength(254);
        contact.Property(c => c.WeChat).HasMaxLength(60);
        contact.Property(c => c.PhoneKey).HasMaxLength(60);
        contact.Property(c => c.MobileKey).HasMaxLength(60);
        contact.Property(c => c.EmailKey).HasMaxLength(254);
        contact.Property(c => c.Preferences).HasMaxLength(1000);
        contact.HasIndex(c => new { c.CustomerId, c.IsPrimary });

        // Whether a customer has anybody, a number or an address is asked of each customer on the way; none of it needs the record.
        contact.HasIndex(c => new { c.CustomerId, c.ArchivedAt, c.Mobile, c.Phone, c.Email }).HasDatabaseName("IX_Contacts_Reachable");
        contact.HasIndex(c => c.PhoneKey);
        contact.HasIndex(c => c.MobileKey);
        contact.Property(c => c.DomainKey).HasMaxLength(254);
        contact.HasIndex(c => c.EmailKey);
        contact.HasIndex(c => new { c.DomainKey, c.CustomerId }).HasFilter("[DomainKey] IS NOT NULL");
        contact.HasOne(c => c.Customer).WithMany(c => c.Contacts).HasForeignKey(c => c.CustomerId).OnDelete(DeleteBehavior.Cascade);
    }
}
