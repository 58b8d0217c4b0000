using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Database;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Surveys;

/// <summary>What a customer answered in one round of the satisfaction survey (满意度调查), one to five points for each dimension.</summary>
internal sealed class SurveyAnswer : IAudited, IVersioned, IDerivesKeys
{
    public const int Least = 1;
    public const int Most = 5;

    public long Id { get; private set; }
    public long CustomerId { get; init; }
    public Customer? Customer { get; private set; }

    /// <summary>Who answered, where that is known.</summary>
    public long? ContactId { get; set; }
    public Contact? Contact { get; private set; }

    /// <summary>The half-year that was asked about, as <see cref="SurveyRound"/> writes it.</summary>
    public required string Round { get; set; }
    public DateOnly AnsweredOn { get; set; }

    /// <summary>服务质量</summary>
    public int ServiceScore { get; private set; }

    /// <summary>产品体验</summary>
    public int ProductScore { get; private set; }

    /// <summary>合作意愿</summary>
    public int CooperationScore { get; private set; }

    /// <summary>The mean of the three.</summary>
    [NotAudited]
    public decimal Score { get; private set; }

    public string? Remark { get; set; }

    /// <summary>Who wrote it down.</summary>
    public long? RecordedById { get; init; }
    public User? RecordedBy { get; private set; }
    public Guid Version { get; set; }

    public void Rate(int service, int product, int cooperation)
    {
        (ServiceScore, ProductScore, CooperationScore) = (service, product, cooperation);
        DeriveKeys();
    }

    public void DeriveKeys() => Score = decimal.Round((ServiceScore + ProductScore + CooperationScore) / 3m, 2, MidpointRounding.AwayFromZero);
}

internal sealed class SurveyAnswerConfiguration : IEntityTypeConfiguration<SurveyAnswer>
{
    public void Configure(EntityTypeBuilder<SurveyAnswer> answer)
    {
        answer.ToTable("SurveyAnswers");
        answer.Property(a => a.Round).HasMaxLength(10);
        answer.Property(a => a.Remark).HasMaxLength(2000);
        answer.HasIndex(a => new { a.CustomerId, a.AnsweredOn, a.Id });
        answer.HasIndex(a => new { a.AnsweredOn, a.Id, a.CustomerId });
        answer.HasIndex(a => new { a.Score, a.Id, a.CustomerId });
        answer.HasIndex(a => new { a.Round, a.AnsweredOn, a.Id });
        answer.HasOne(a => a.Customer).WithMany().HasForeignKey(a => a.CustomerId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne(a => a.Contact).WithMany().HasForeignKey(a => a.ContactId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne(a => a.RecordedBy).WithMany().HasForeignKey(a => a.RecordedById).OnDelete(DeleteBehavior.Restrict);
    }
}
