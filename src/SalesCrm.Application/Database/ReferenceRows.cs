using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Scripts;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Database;

/// <summary>What every new database begins with: the root team, the stages, the words of the dictionaries, the first grading rule.</summary>
internal static class ReferenceRows
{
    internal static async Task AddAsync(CrmDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.Stages.AnyAsync(cancellationToken))
        {
            return;
        }

        db.Teams.Add(new Team { Name = "公司" });
        db.Stages.AddRange(Stages());
        AddWords(db, DictionaryKind.Source, ("展会", "Exhibition"), ("官网", "Website"), ("转介绍", "Referral"), ("陌拜", "Cold visit"), ("电话", "Phone"), ("广告", "Advertisement"), ("其他", "Other"));
        AddWords(db, DictionaryKind.CompanySize, ("<50 人", "<50"), ("50–200 人", "50–200"), ("200–1000 人", "200–1,000"), (">1000 人", ">1,000"));
        AddWords(db, DictionaryKind.LossReason, ("价格", "Price"), ("产品不合适", "Product fit"), ("交付周期", "Delivery time"), ("客户取消项目", "Project cancelled"), ("竞争对手关系", "Competitor's relationship"), ("联系不上", "No answer"), ("其他", "Other"));
        AddWords(db, DictionaryKind.DisqualifyReason, ("没有预算", "No budget"), ("没有需求", "No need"), ("联系不上", "No answer"), ("资料是假的", "False details"), ("选了竞争对手", "Chose a competitor"), ("不在服务范围", "Outside our range"), ("重复线索", "Duplicate"), ("其他", "Other"));
        AddWords(db, DictionaryKind.Industry, ("IT服务", "IT services"), ("软件", "Software"), ("智能制造", "Smart manufacturing"), ("机械设备", "Machinery"), ("电子元件", "Electronics"), ("医疗器械", "Medical devices"), ("医药", "Pharmaceuticals"), ("食品", "Food"), ("纺织", "Textiles"), ("化工", "Chemicals"), ("建材", "Building materials"), ("物流", "Logistics"), ("零售", "Retail"), ("餐饮连锁", "Restaurants"), ("文旅", "Tourism"), ("金融", "Finance"), ("教育", "Education"), ("能源", "Energy"), ("汽车", "Automotive"), ("房地产", "Real estate"), ("其他", "Other"));
        db.GradingPolicies.Add(new GradingPolicy
        {
            Revision = 1,
            AmountA = 500_000m,
            YearsA = 2,
            ReferralA = ReferralPotential.High,
            AmountB = 200_000m,
            YearsB = 1,
            StableDemandB = true,
            DormantMonths = 12,
            DormantInteractions = 2,
            CreatedAt = now,
        });
        db.Scripts.AddRange(ScriptReferenceRows.All(now));
        await db.SaveAsync(Actor.System, cancellationToken);
    }

    private static IEnumerable<Stage> Stages() =>
    [
        new() { Code = StageCode.Identified, Name = "机会识别", EnglishName = "Identified", Position = 1, Probability = 10, ExpectedDays = 7, NeedsScore = true, NeedsSource = true, NeedsNeed = true },
        new() { Code = StageCode.FirstContact, Name = "初步接触", EnglishName = "First contact", Position = 2, Probability = 20, ExpectedDays = 14, NeedsContactWithFeedback = true },
        new() { Code = StageCode.NeedsAnalysis, Name = "需求深度挖掘", EnglishName = "Needs analysis", Position = 3, Probability = 40, ExpectedDays = 21, NeedsNeed = true },
        new() { Code = StageCode.Proposal, Name = "方案呈现与谈判", EnglishName = "Proposal", Position = 4, Probability = 60, ExpectedDays = 21, NeedsAmount = true, NeedsPaymentTerms = true, NeedsDeliveryDate = true },
        new() { Code = StageCode.Contract, Name = "成交签约", EnglishName = "Contract", Position = 5, Probability = 80, ExpectedDays = 14, NeedsAmount = true },
        new() { Code = StageCode.AfterSales, Name = "售后跟进", EnglishName = "After-sales", Position = 6, Probability = 100 },
        new() { Code = StageCode.Won, Name = "已成交", EnglishName = "Won", Position = 7, Probability = 100 },
        new() { Code = StageCode.Lost, Name = "已丢单", EnglishName = "Lost", Position = 8, Probability = 0 },
    ];

    private static void AddWords(CrmDbContext db, DictionaryKind kind, params (string Chinese, string English)[] words)
        => db.Dictionary.AddRange(words.Select((word, index) => new DictionaryEntry { Kind = kind, Name = word.Chinese, EnglishName = word.English, Position = index + 1 }));
}
