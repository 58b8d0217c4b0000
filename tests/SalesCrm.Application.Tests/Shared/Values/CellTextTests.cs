using SalesCrm.Application.Grading;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Values;
using SalesCrm.Application.Tests.Shared.Texts;

namespace SalesCrm.Application.Tests.Shared.Values;

public class CellTextTests
{
    [Theory]
    [InlineData("A", Grade.A)]
    [InlineData("a级", Grade.A)]
    [InlineData("Ａ級", Grade.A)]
    [InlineData("VIP", Grade.A)]
    [InlineData("VIP客户", Grade.A)]
    [InlineData("A级(VIP客户)", Grade.A)]
    [InlineData("B级（重点客户）", Grade.B)]
    [InlineData("B级", Grade.B)]
    [InlineData("B类客户", Grade.B)]
    [InlineData("重要客户", Grade.B)]
    [InlineData("一般客户", Grade.C)]
    [InlineData("普通", Grade.C)]
    [InlineData("潜在客户", Grade.D)]
    [InlineData("潛在客戶", Grade.D)]
    [InlineData("–", null)]
    public void Grades_are_read_in_the_fields_words(string typed, Grade? grade)
    {
        Assert.False(GradeText.Read(typed).IsRefused);
        Assert.Equal(grade, GradeText.Read(typed).Value);
    }

    [Theory]
    [InlineData("E")]
    [InlineData("A级(重点客户)")]
    [InlineData("AB")]
    [InlineData("级")]
    [InlineData("A(")]
    [InlineData("好")]
    public void Other_words_are_no_grade(string typed) => Assert.True(GradeText.Read(typed).IsRefused);

    [Fact]
    public void Names_of_grades_and_risks_read_back()
    {
        Assert.All(Enum.GetValues<Grade>(), grade => Assert.Equal(grade, GradeText.Read(grade.Name().ToString()).Value));
        Assert.All(Enum.GetValues<RiskLevel>(), level => Assert.Equal(new RiskText(level, null), RiskText.Read(level.Name().ToString())));
        Assert.Equal("Grade B", Translations.English.Say(Grade.B.Name()));
    }

    [Theory]
    [InlineData("中等(需突出性价比)", RiskLevel.Medium, "需突出性价比")]
    [InlineData("中等（需突出性价比）", RiskLevel.Medium, "需突出性价比")]
    [InlineData("中 (需(大)改)", RiskLevel.Medium, "需(大)改")]
    [InlineData("高风险", RiskLevel.High, null)]
    [InlineData("低", RiskLevel.Low, null)]
    [InlineData("低()", RiskLevel.Low, null)]
    [InlineData("预算不足", null, "预算不足")]
    [InlineData("预算不足(严重)", null, "预算不足(严重)")]
    [InlineData("–", null, null)]
    public void A_risk_is_a_level_and_a_note(string typed, RiskLevel? level, string? note)
    {
        var risk = RiskText.Read(typed);
        Assert.Equal(new RiskText(level, note), risk);
        Assert.Equal(typed, risk.ToCell(typed));
        Assert.Equal(risk, RiskText.Read(risk.ToCell()));
    }

    [Fact]
    public void A_changed_risk_is_written_anew()
        => Assert.Equal("高(需突出性价比)", (RiskText.Read("中等（需突出性价比）") with { Level = RiskLevel.High }).ToCell("中等（需突出性价比）"));

    [Theory]
    [InlineData("张三/采购经理/13800005678/zhangsan@x.com", "张三", "采购经理", "13800005678", "zhangsan@x.com")]
    [InlineData("/采购经理/xxxx5678/zhangsanxxx", null, "采购经理", "xxxx5678", "zhangsanxxx")]
    [InlineData("张三／采购经理／138／x", "张三", "采购经理", "138", "x")]
    [InlineData("张三///", "张三", null, null, null)]
    [InlineData("张三", "张三", null, null, null)]
    [InlineData("张三/采购经理", "张三", "采购经理", null, null)]
    [InlineData("张三/13800005678", "张三", null, "13800005678", null)]
    [InlineData("张三/采购经理/z@x.com", "张三", "采购经理", null, "z@x.com")]
    [InlineData("张三/采购/xxxx", "张三", "采购", "xxxx", null)]
    public void A_contact_is_four_parts(string typed, string? name, string? title, string? phone, string? email)
    {
        var contact = ContactCell.Read(typed).Value!.Value;
        Assert.Equal(new ContactCell(name, title, phone, email), contact);
        Assert.Equal(typed, contact.ToCell(typed));
        Assert.Equal(contact, ContactCell.Read(contact.ToCell()).Value);
    }

    [Theory]
    [InlineData("张三/13800000001", "张三", null, "13800000001", null, null)]
    [InlineData("李四 13800000002", "李四", null, "13800000002", null, null)]
    [InlineData("王五：138-0000-0003", "王五", null, "138-0000-0003", null, null)]
    [InlineData("赵六（经理）13800000004，zhao@x.com", "赵六", "经理", "13800000004", null, "zhao@x.com")]
    [InlineData("赵六 经理 13800000004，zhao@x.com", "赵六", "经理", "13800000004", null, "zhao@x.com")]
    [InlineData("孙七(13800000005)", "孙七", null, "13800000005", null, null)]
    [InlineData("John Smith 13800000006", "John Smith", null, "13800000006", null, null)]
    [InlineData("021-61234567 / 13800000007", null, null, "13800000007", "021-61234567", null)]
    [InlineData("13800000008\n13900000009", null, null, "13800000008", "13900000009", null)]
    [InlineData("手机：13800000010", null, null, "13800000010", null, null)]
    [InlineData("a@b.example", null, null, null, null, "a@b.example")]
    public void How_to_reach_a_person_is_taken_apart(string typed, string? name, string? title, string? phone, string? second, string? email)
        => Assert.Equal(new ReachText(name, title, phone, second, email), ReachText.In(typed));

    [Theory]
    [InlineData("13800138000")]
    [InlineData("(021) 6123 4567 转 8")]
    [InlineData("021-61234567 021-61234568")]
    [InlineData("张三 13800000001 李四 13800000002")]
    [InlineData("13800000001 13800000002 13800000003")]
    [InlineData("QQ 13800000001")]
    [InlineData("xxxx5678")]
    [InlineData("张三 1380013")]
    [InlineData("张三")]
    [InlineData("–")]
    public void What_is_a_number_alone_or_could_mean_two_things_is_not_taken_apart(string typed) => Assert.Null(ReachText.In(typed));

    [Fact]
    public void Contacts_of_the_tables_come_back_without_the_cell()
    {
        Assert.Equal("/采购经理/xxxx5678/zhangsanxxx", new ContactCell(null, "采购经理", "xxxx5678", "zhangsanxxx").ToCell());
        Assert.Equal("张三/采购经理/13800005678/zhangsan@x.com", new ContactCell("张三", "采购经理", "13800005678", "zhangsan@x.com").ToCell());
    }

    [Fact]
    public void A_contact_of_five_parts_or_two_lines_is_refused()
    {
        Assert.True(ContactCell.Read("张三/副总/采购/138/x").IsRefused);
        Assert.True(ContactCell.Read("张三/采购/138/x\n李四/财务/139/y").IsRefused);
        Assert.Equal(default, ContactCell.Read(" – "));
    }

    [Theory]
    [InlineData("需要采购20套办公软件，预算5万", 20, "50000")]
    [InlineData("需要采购20套办公软件,预算5万", 20, "50000")]
    [InlineData("采购３００台，预算为¥1,200,000.50", 300, "1200000.5")]
    [InlineData("预算：50000元", null, "50000")]
    [InlineData("預算約5萬", null, null)]
    [InlineData("预算约5万，买100个", 100, "50000")]
    [InlineData("预算5-8万", null, null)]
    [InlineData("预算5万到8万", null, null)]
    [InlineData("预算5万~8万", null, null)]
    [InlineData("预算50%", null, null)]
    [InlineData("采购20套软件，再买5台电脑", null, null)]
    [InlineData("采购20-30套", null, null)]
    [InlineData("今年预算5万，明年预算8万", null, null)]
    [InlineData("了解产品", null, null)]
    [InlineData(null, null, null)]
    public void A_need_names_quantity_and_budget(string? text, int? quantity, string? budget)
        => Assert.Equal(new NeedText(quantity, budget is null ? null : decimal.Parse(budget, System.Globalization.CultureInfo.InvariantCulture)), NeedText.In(text));

    [Fact]
    public void No_text_breaks_a_reader()
    {
        foreach (var text in RandomTexts.Many(12, 10_000))
        {
            var day = new DateOnly(2024, 3, 1);
            _ = (MoneyText.Read(text), CountText.Read(text), PercentText.Read(text), DateText.Read(text), DateTimeText.Read(text), PeriodText.Read(text));
            _ = (PlanText.Read(text, day), GradeText.Read(text), YesNoText.Read(text), RivalOffer.In(text), NeedText.In(text));
            Assert.Equal(text, RiskText.Read(text) == default ? text : RiskText.Read(text).ToCell(text));
            Assert.True(ContactCell.Read(text) is var contact && (contact.Value is null || contact.Value.Value.ToCell(text) == text));
        }
    }

    [Fact]
    public void Long_texts_are_read_in_no_time()
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        foreach (var piece in (string[])["预算5", "竞品", "采购20", "3月20日", "1,", "(", " ", "预算 "])
        {
            var text = string.Concat(Enumerable.Repeat(piece, 3_000));
            _ = (NeedText.In(text), RivalOffer.In(text), PlanText.Read(text, new DateOnly(2024, 1, 1)), RiskText.Read(text), MoneyText.Read(text), ContactCell.Read(text));
        }

        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 5);
    }
}
