using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesCrm.Application.Users;

/// <summary>One signed-in browser. Its cookie holds a random key, of which only the hash is stored; deleting the row ends it at once.</summary>
internal sealed class Session
{
    /// <summary>SHA-256 of the cookie's key, in hex.</summary>
    public required string KeyHash { get; init; }

    public long UserId { get; init; }
    public User? User { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>UTC; written at most once a minute.</summary>
    public DateTime SeenAt { get; set; }

    /// <summary>UTC; twelve hours after sign-in, whatever happens.</summary>
    public DateTime ExpiresAt { get; init; }

    public bool Remember { get; init; }

    public string? Address { get; init; }
    public string? Browser { get; init; }

    /// <summary>The same session under a new key; its end does not move.</summary>
    public Session Renewed(string keyHash, DateTime now) => new()
    {
        KeyHash = keyHash,
        UserId = UserId,
        CreatedAt = CreatedAt,
        SeenAt = now,
        ExpiresAt = ExpiresAt,
        Remember = Remember,
        Address = Address,
        Browser = Browser,
    };
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("Sessions");
        session.HasKey(s => s.KeyHash);
        session.Property(s => s.KeyHash).HasMaxLength(64);
        session.HasIndex(s => s.UserId);
        session.HasIndex(s => s.ExpiresAt);
        session.HasOne(s => s.User).WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
