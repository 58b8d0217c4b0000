using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Tests.Imports;

/// <summary>The headings of other systems and of plain lists, and what the mapping page makes of them.</summary>
public sealed class HeaderGuessTests
{
    [Theory]
    [InlineData("customers", "Account Name|Billing City|Phone|Account Owner|Description", "Name|City|ContactPhone|Owner|Remark")] // Salesforce
    [InlineData("customers", "Record ID|Company name|Company owner|Phone Number|Industry|Number of Employees", "ExternalId|Name|Owner|ContactPhone|Industry|CompanySize")] // HubSpot
    [InlineData("customers", "Record Id|Account Owner.id|Account Owner|Account Name|Website|Billing State", "ExternalId|OwnerExternalId|Owner|Name|Website|Province")] // Zoho
    [InlineData("customers", "(Do Not Modify) Account|Account Name|Main Phone|Address 1: City|Primary Contact", "ExternalId|Name|ContactPhone|City|ContactName")] // Dynamics
    [InlineData("customers", "Organization - ID|Organization - Name|Organization - Owner|Organization - Address", "ExternalId|Name|Owner|Address")] // Pipedrive
    [InlineData("customers", "name|billing_address_street|billing_address_city|phone_office|assigned_user_name", "Name|Address|City|ContactPhone|Owner")] // SuiteCRM
    [InlineData("customers", "客户名称*|客户行业|客户级别|客户来源|下次联系时间|负责人", "Name|Industry|Grade|Source|NextFollowUp|Owner")] // 悟空CRM
    [InlineData("customers", "公司名稱|產業|聯絡電話|客戶經理", "Name||ContactPhone?|Owner")]
    [InlineData("contacts", "Contact ID|Account ID|First Name|Last Name|Mobile Phone|Email Address|Birthdate", "ExternalId|CustomerExternalId|||Mobile|Email|Birthday")]
    [InlineData("contacts", "Record ID|Associated Company IDs|Associated Company|Job Title|Phone Number", "ExternalId|CustomerExternalId|Customer|Title|Phone")]
    [InlineData("contacts", "姓名|客户名称|手机|电子邮箱|职务", "Name|Customer|Mobile|Email|Title")]
    [InlineData("leads", "Lead Status|Company|Lead Source|Lead Owner|Title", "Status|Company|Source|Owner|Title")]
    [InlineData("leads", "线索名称|线索来源|手机|公司名称|备注", "Person|Source|Phone|Company|Need")]
    [InlineData("opportunities", "Deal Name|Deal Stage|Close Date|Amount in company currency|Deal owner|Record ID", "Name|Stage|ExpectedCloseOn|Amount|Owner|ExternalId")]
    [InlineData("opportunities", "Opportunity Name|Account Name|Stage|Close Date|Amount|Expected Revenue|Probability (%)", "Name|Customer|Stage|ExpectedCloseOn|Amount||")]
    [InlineData("opportunities", "Topic|Potential Customer|Est. Close Date|Est. Revenue|Status", "Name|Customer|ExpectedCloseOn|Amount|Stage")]
    [InlineData("opportunities", "Deal - Status|Deal - Stage|Deal - Value|Deal - Organization", "Outcome|Stage|Amount|Customer")]
    [InlineData("opportunities", "商机名称|客户名称|商机金额|预计成交日期|商机阶段|负责人", "Name|Customer|Amount|ExpectedCloseOn|Stage|Owner")]
    [InlineData("visits", "Call Start Time|Subject|Call Type|Call Owner|Contact Name.id|Related To.id|Description|Due Date", "At|Topic|IsInbound|Visitor|ContactExternalId|ParentExternalId|Feedback|Due")]
    [InlineData("visits", "跟进内容|跟进时间|跟进方式|客户名称|下次联系时间|创建人", "Feedback|At|Method|Customer|Next|Visitor")]
    [InlineData("events", "Case Number|Subject|Account Name|Created On|Status Reason|Description", "ExternalId|Title|Customer|On|Status|Text")]
    [InlineData("events", "工单标题|客户名称|创建时间|处理结果|工单状态", "Title|Customer|On|Resolution|Status")]
    public void Knows_what_other_systems_call_their_columns(string kind, string headers, string fields)
    {
        var guess = Guess(kind, headers.Split('|'));
        foreach (var (header, field) in headers.Split('|').Zip(fields.Split('|')).Where(pair => !pair.Second.EndsWith('?')))
        {
            Assert.Equal((header, field), (header, guess.Columns.GetValueOrDefault(header, "")));
        }
    }

    [Theory]
    [InlineData("customers", "Account Type|Rating|Fax|Created By|Last Modified Date|Shipping City|Annual Revenue|SIC Code|Contact Count|序号|是否成交|Deal Name|Lead Status")]
    [InlineData("contacts", "Contact Owner|Created Time|Email Opt Out|Lead Source|Description|Assistant|Reports To|性别|Company Size|Phone extension|Modified By")]
    [InlineData("opportunities", "Probability|Pipeline|Forecast Category|Contact Name|Last Activity|Type|Next Step|Days to close|Weighted amount|赢率")]
    [InlineData("visits", "Duration|Type|Created Time|Priority|Reminder|Regarding|Related To|Attendees|Amount")]
    [InlineData("events", "Priority|SLA|Origin|Assigned To|Escalated|Modified On|Time to close")]
    public void Takes_nothing_for_what_it_is_not(string kind, string headers)
        => Assert.Empty(Guess(kind, headers.Split('|')).Columns);

    [Theory]
    [InlineData("First Name|Last Name|Company", "{First Name} {Last Name}")]
    [InlineData("LAST_NAME|FIRST_NAME", "{FIRST_NAME} {LAST_NAME}")]
    [InlineData("姓|名", "{姓}{名}")]
    public void Puts_the_halves_of_a_name_together(string headers, string template)
        => Assert.Equal([template], Guess("contacts", headers.Split('|')).Fields["Name"].Template);

    [Fact]
    public void A_whole_name_goes_before_its_halves()
    {
        var guess = Guess("contacts", ["First Name", "Last Name", "Full Name"]);
        Assert.Equal(("Name", 0), (guess.Columns["Full Name"], guess.Fields.Count));
    }

    [Theory]
    [InlineData("003A0001", "ExternalId")]
    [InlineData("17", "")]
    public void Numbers_of_the_rows_are_no_ids(string id, string field)
        => Assert.Equal(field, Guess("customers", ["Id", "Name"], [id, "甲公司"]).Columns.GetValueOrDefault("Id", ""));

    [Fact]
    public void Two_columns_of_one_name_stay_for_a_person_to_choose()
        => Assert.Empty(Guess("customers", ["Phone", "Phone"]).Columns);

    [Fact]
    public void The_table_of_headings_knows_only_fields_that_there_are()
    {
        foreach (var kind in ImportKinds.All)
        {
            Assert.Empty(HeaderWords.NamesOf(kind.Name).Except(kind.Fields.Select(field => field.Name)).Select(name => $"{kind.Name}.{name}"));
        }
    }

    private static HeaderGuess Guess(string kind, string[] headers, string[]? row = null)
    {
        using var stream = new MemoryStream(Importing.Csv([string.Join(';', headers), string.Join(';', row ?? [.. headers.Select(_ => "x")])]));
        using var file = TableFile.Open(stream, "a.csv");
        var fields = ImportKinds.Create(kind).Fields;
        return HeaderGuess.Of(ImportSheet.Of(file, null, fields), fields);
    }
}
