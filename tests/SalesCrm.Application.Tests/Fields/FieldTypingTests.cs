using SalesCrm.Application.Fields;

namespace SalesCrm.Application.Tests.Fields;

public sealed class FieldTypingTests
{
    private static FieldDefinition Of(FieldType type)
        => new(1, FieldSubject.Customer, type, "字段", null, false, false, false, FieldRoles.All, [new(7, "优", "Excellent", false), new(8, "良", null, true)]);

    [Theory]
    [InlineData(FieldType.Text, " 华东 重点 ", "华东 重点")]
    [InlineData(FieldType.Number, "１,２３４.５", "1234.5")]
    [InlineData(FieldType.Number, "-0.0001", "-0.0001")]
    [InlineData(FieldType.Money, "5万", "50000")]
    [InlineData(FieldType.Date, "2024年3月5日", "2024-03-05")]
    [InlineData(FieldType.Choice, "7", "7")]
    [InlineData(FieldType.Choice, "excellent", "7")]
    [InlineData(FieldType.YesNo, "是", "true")]
    [InlineData(FieldType.YesNo, "false", "false")]
    public void Reads_what_people_type_and_gives_it_back(FieldType type, string typed, string held)
    {
        var reading = FieldTyping.Read(Of(type), typed);
        Assert.False(reading.IsRefused, reading.Problem?.ToString());
        Assert.Equal(held, reading.Value!.Value.Typed(Of(type)));
    }

    [Theory]
    [InlineData(FieldType.Number, "三百")]
    [InlineData(FieldType.Number, "1.23456")]
    [InlineData(FieldType.Number, "999999999999")]
    [InlineData(FieldType.Money, "-1")]
    [InlineData(FieldType.Date, "2024-02-30")]
    [InlineData(FieldType.Choice, "差")]
    [InlineData(FieldType.Choice, "8")]
    [InlineData(FieldType.YesNo, "也许")]
    public void Refuses_what_is_none_of_its_values(FieldType type, string typed) => Assert.True(FieldTyping.Read(Of(type), typed).IsRefused);

    [Fact]
    public void An_archived_choice_stays_where_it_is_and_comes_back_from_files()
    {
        Assert.False(FieldTyping.Read(Of(FieldType.Choice), "8", FieldCell.OfChoice(8)).IsRefused);
        Assert.Equal(8, FieldTyping.Read(Of(FieldType.Choice), "良", fromFile: true).Value!.Value.Number);
        Assert.True(FieldTyping.Read(Of(FieldType.Choice), "7", fromFile: true).IsRefused);
    }

    [Fact]
    public void A_filter_is_read_from_the_address_and_forgets_what_says_nothing()
    {
        var filter = FieldFilter.Of([new("f.3", "4"), new("f.3", "5"), new("f.9.from", "10"), new("f.9.to", ""), new("f.x", "1"), new("q", "2")])!;
        Assert.Equal(["4", "5"], filter.On(3)!.Values);
        Assert.Equal(("10", null), (filter.On(9)!.From, filter.On(9)!.To));
        Assert.Equal(2, filter.Conditions.Count);
        Assert.Null(FieldFilter.Of([new("f.3", " "), new("sort", "f.3")]));
    }
}
