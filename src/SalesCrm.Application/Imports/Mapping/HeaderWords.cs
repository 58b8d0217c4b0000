namespace SalesCrm.Application.Imports.Mapping;

/// <summary>
/// What columns are called in the field beside their own label: other words, abbreviations, and the headings of Salesforce, HubSpot, Zoho, Dynamics 365, Pipedrive, vtiger, SuiteCRM, EspoCRM, Odoo,
/// 悟空CRM, 纷享销客, 销售易 and plain lists. The best one stands first: where a file has several of them, it counts. Read, never shown; compared by <see cref="MappedColumns.Key"/>.
/// </summary>
internal static class HeaderWords
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["customers.Name"] = "公司名称|企业名称|客户|名称|单位名称|客户全称|公司全称|公司|单位|客户名|Account name|Company name|Customer name|Organization name|Organisation name|Account|Company|Customer|Organization|Organisation|"
            + "Business name",
        ["customers.Number"] = "编号|客户编码|客户代码|客户号|Customer number|Customer ID|Customer code|Account number|Account no.|Organization number|Organization no.",
        ["customers.ShortName"] = "简称|Short name",
        ["customers.Industry"] = "行业|客户行业|行业类别|行业类型|Sector|Industry type",
        ["customers.Source"] = "来源|渠道来源|来源渠道|获客渠道|客户渠道|线索来源|Lead source|Account source|Original source",
        ["customers.CompanySize"] = "公司规模|规模|员工人数|人员规模|员工数|公司人数|人数|Company size|Employees|Number of employees|No. of employees|Employee count",
        ["customers.Province"] = "省|省/自治区|地区|所在地区|所在省份|Region|State|State/Region|State/Province|Billing state|Billing state/province|Billing address state|Address 1: State/Province",
        ["customers.City"] = "市|所在城市|城市/区|Billing city|Billing address city|Address 1: City",
        ["customers.Address"] = "详细地址|公司地址|通讯地址|联系地址|客户地址|街道|街道地址|Street|Street address|Billing street|Billing address|Billing address street|Address 1|Address 1: Street 1|Address line 1|Organization address",
        ["customers.Website"] = "网站|公司网站|官网地址|官网|公司网址|主页|Website URL|Web site|Homepage|Company domain name|Domain",
        ["customers.Owner"] = "负责人|销售|客户经理|业务员|销售员|销售代表|客户负责人|客户所有人|所有人|归属人|所属销售|销售负责人|Account owner|Company owner|Customer owner|Record owner|Owner name|Assigned to|Assigned user|Assigned user name|"
            + "Salesperson|Sales rep|Sales agent|Account manager|Organization owner",
        ["customers.Need"] = "客户需求|需求|Needs|Requirements",
        ["customers.NeedStage"] = "阶段|Need stage",
        ["customers.Budget"] = "预算(元)|采购预算",
        ["customers.NeedQuantity"] = "数量|Quantity",
        ["customers.ProductPreference"] = "Product preference",
        ["customers.DecisionProcess"] = "Decision process",
        ["customers.FirstContactOn"] = "首次接触日期|首次联系时间|首次联系日期|First contact|Customer since",
        ["customers.Contact"] = "联系人信息",
        ["customers.ContactName"] = "联系人姓名|姓名|主要联系人|首要联系人|Contact name|Primary contact|Primary contact name|Contact person|Main contact",
        ["customers.ContactTitle"] = "职位|职务|联系人职务|Contact title|Job title",
        ["customers.ContactPhone"] = "手机|手机号|手机号码|联系人手机|联系人电话|电话|电话号码|联系方式|公司电话|办公电话|固定电话|座机|总机|客户电话|Contact phone|Mobile|Mobile phone|Phone|Phone number|Main phone|Business phone|Primary phone|Office phone|"
            + "Phone office|Telephone|Company phone",
        ["customers.ContactEmail"] = "邮箱|电子邮箱|邮件|电子邮件|公司邮箱|联系人邮箱|Contact email|Email|E-mail|Email address|Primary email|Email 1|Email (Primary Contact)",
        ["customers.LastFollowUpAt"] = "最近跟进时间|最后跟进日期|最近跟进日期|最新跟进时间|上次联系时间|最近联系时间|最后联系时间|Last follow-up",
        ["customers.NextFollowUp"] = "下次跟进|下次跟进时间|下次跟进日期|下次联系时间|下次回访时间|Next follow-up",
        ["customers.Grade"] = "等级|客户级别|客户分级|级别|Customer grade",
        ["customers.ReferralPotential"] = "Referral potential",
        ["customers.IsDemandStable"] = "Stable demand",
        ["customers.LastDealOn"] = "最近成交日期|最近成交时间|最近下单日期|Last purchase",
        ["customers.AnnualAmount"] = "购买金额(元)|Purchase amount",
        ["customers.AnnualDealCount"] = "购买次数|Purchase frequency",
        ["customers.Remark"] = "说明|备注信息|描述|客户描述|简介|公司简介|公司介绍|Remarks|Notes|Note|Comment|Comments|Description|About us|上级客户|上级公司|母公司|集团|所属集团|Parent account|Parent account name|Parent company|"
            + "Parent organization|Member of",
        ["customers.ExternalId"] = "Id|Record ID|Account ID|Company ID|Organization ID|(Do Not Modify) Account|客户ID|公司ID|数据ID|External ID",
        ["customers.OwnerExternalId"] = "负责人ID|Owner ID|Account owner ID|Company owner ID|Assigned user ID",
        ["contacts.Customer"] = "客户|所属客户|关联客户|公司名称|所属公司|公司|单位|单位名称|企业名称|工作单位|Associated company|Associated company (Primary)|Primary associated company|Account name|Company name|Customer name|"
            + "Organization name|Organisation name|Account|Company|Customer|Organization|Organisation|Related company|Person - Organization",
        ["contacts.Name"] = "联系人|联系人姓名|联系人名称|客户姓名|名字|Full name|Contact name|Contact|Display name|Person - Name",
        ["contacts.Title"] = "职务|岗位|Job title|Job position|Position|Function",
        ["contacts.Phone"] = "联系电话|固定电话|座机|办公电话|公司电话|工作电话|电话号码|联系方式|Telephone|Phone number|Business phone|Work phone|Office phone|Phone work|Direct phone|Person - Phone - Work",
        ["contacts.Mobile"] = "手机号|手机号码|移动电话|Mobile phone|Mobile phone number|Mobile number|Cell|Cell phone|Phone mobile|Person - Phone - Mobile",
        ["contacts.Email"] = "电子邮箱|电子邮件|邮件|邮箱地址|E-mail|Mail|Email address|Primary email|Work email|Email 1|Person - Email - Work",
        ["contacts.WeChat"] = "微信号|WeChat ID",
        ["contacts.Role"] = "角色",
        ["contacts.Birthday"] = "出生日期|出生年月|Birthdate|Birth date|Date of birth",
        ["contacts.Preferences"] = "偏好|爱好|兴趣爱好|Hobbies",
        ["contacts.ExternalId"] = "Id|Record ID|Contact ID|Person - ID|(Do Not Modify) Contact|联系人ID|数据ID|External ID",
        ["contacts.CustomerExternalId"] = "客户ID|公司ID|Account ID|Account name ID|Company ID|Company name ID|Organization ID|Primary associated company ID|Associated company ID|Associated company IDs (Primary)|"
            + "Associated company IDs",
        ["leads.Company"] = "公司名称|客户名称|企业名称|单位|单位名称|公司全称|线索公司|Company name|Company / Account|Account name|Account|Organization|Organization name|Business name|Lead - Organization",
        ["leads.Person"] = "姓名|联系人姓名|线索姓名|线索名称|客户姓名|Name|Full name|Lead name|Contact name|Contact|Contact person|Lead - Contact person",
        ["leads.Title"] = "职务|岗位|Job title|Position|Designation",
        ["leads.Phone"] = "手机|手机号|手机号码|移动电话|联系电话|联系方式|电话号码|Mobile|Mobile phone|Mobile number|Phone mobile|Phone number|Business phone|Work phone|Phone work",
        ["leads.Email"] = "电子邮箱|电子邮件|邮件|E-mail|Email address|Primary email|Email 1",
        ["leads.Source"] = "线索来源|渠道|来源渠道|获客渠道|Lead source|Original source",
        ["leads.Need"] = "需求描述|需求内容|描述|备注|线索详情|咨询内容|留言|Description|Notes|Comments|Remarks|Message",
        ["leads.Campaign"] = "营销活动|市场活动|活动名称|Campaign name|Source campaign",
        ["leads.Owner"] = "跟进人|销售|线索负责人|线索所有人|所有人|归属人|所属销售|Lead owner|Assigned to|Assigned user|Assigned user name|Salesperson|Sales rep|Record owner|Owner name|Lead - Owner",
        ["leads.BudgetScore"] = "预算分",
        ["leads.UrgencyScore"] = "需求紧急度",
        ["leads.AuthorityScore"] = "决策权限",
        ["leads.NextFollowUpOn"] = "下次跟进|下次跟进时间|下次联系时间",
        ["leads.Province"] = "省|所在省份|State|State/Region|State/Province",
        ["leads.City"] = "市|所在城市|Primary address city",
        ["leads.CreatedOn"] = "日期|登记日期|创建时间|录入时间|录入日期|Created|Created on|Created at|Created time|Created date|Create date|Date created|Date entered",
        ["leads.Status"] = "线索状态|跟进状态|Lead status|Status",
        ["leads.DisqualifyReason"] = "无效原因|关闭原因|Disqualification reason",
        ["leads.ExternalId"] = "Id|Record ID|Lead ID|(Do Not Modify) Lead|线索ID|数据ID|External ID",
        ["leads.OwnerExternalId"] = "负责人ID|Owner ID|Lead owner ID|Assigned user ID",
        ["leads.CustomerExternalId"] = "Converted account ID|转化客户ID",
        ["leads.OpportunityExternalId"] = "Converted opportunity ID|Converted deal ID|转化商机ID",
        ["opportunities.Number"] = "编号|商机编号|项目编号|Opportunity ID|Opportunity number|Opportunity no.|Deal number|Potential no.|Potential number",
        ["opportunities.Customer"] = "客户|公司名称|所属客户|关联客户|客户全称|公司|Associated company|Associated company (Primary)|Primary associated company|Account name|Company name|Customer name|Organization name|"
            + "Potential customer|Account|Company|Customer|Organization|Deal - Organization",
        ["opportunities.Name"] = "商机名称|项目名称|销售机会名称|销售机会|商机主题|商机|Deal name|Opportunity name|Opportunity|Potential name|Deal title|Deal - Title|Title|Topic",
        ["opportunities.Source"] = "来源|商机来源|线索来源|Lead source|Original source",
        ["opportunities.Product"] = "产品名称|意向产品|Product name",
        ["opportunities.Amount"] = "预计成交金额|商机金额|预计金额|预计销售金额|销售金额|金额|成交金额|Deal amount|Opportunity amount|Deal value|Deal - Value|Value|Close value|Est. revenue|Estimated revenue|Amount in company currency|"
            + "Expected revenue",
        ["opportunities.ExpectedCloseOn"] = "预计成交时间|预计成交日|预计签单日期|预计签约日期|预计结单日期|预计结束日期|结单日期|Expected close date|Expected closing|Expected close|Est. close date|Estimated close date|Close date|Closing date|"
            + "Date closed|Deal - Expected close date",
        ["opportunities.Stage"] = "阶段|销售阶段|商机阶段|跟进阶段|Deal stage|Sales stage|Stage name|Opportunity stage|Pipeline stage|Pipeline phase|Deal - Stage|商机状态|Status|Deal - Status",
        ["opportunities.Outcome"] = "商机状态|赢单状态|成交状态|商机结果|Status|State|Deal status|Opportunity status|Won/Lost|Deal - Status",
        ["opportunities.StageEnteredOn"] = "进入阶段时间|进入阶段日期|阶段开始日期|阶段更新时间|阶段变更时间|Stage entered|Entered stage|Last stage change date|Last stage change|Date entered current stage|Stage change date|Stage change time|"
            + "Deal - Last stage change",
        ["opportunities.Owner"] = "跟进人|销售|销售负责人|商机负责人|商机所有人|机会所有人|所有人|归属人|Opportunity owner|Deal owner|Potential owner|Assigned to|Assigned user|Assigned user name|Salesperson|Sales agent|Sales rep|"
            + "Record owner|Owner name|Deal - Owner",
        ["opportunities.Milestones"] = "里程碑",
        ["opportunities.Summary"] = "沟通记录|跟进记录|最新跟进记录",
        ["opportunities.Competition"] = "竞争对手情况|竞争对手|Competitor|Competitors|Main competitors",
        ["opportunities.Risk"] = "风险|风险等级",
        ["opportunities.IdentifiedOn"] = "机会识别日期|创建日期|创建时间|发现日期|Identified|Engage date|Created|Created on|Create date|Created date|Created time|Created at|Date created|Date entered|Deal - Deal created",
        ["opportunities.ClosedOn"] = "成交日期|成交时间|实际成交日期|赢单日期|Actual close date|Closed|Closed on|Closed date|Won time|Deal - Won time",
        ["opportunities.LossReason"] = "失败原因|输单原因|Loss reason|Lost reason|Closed lost reason|Reason for loss|Deal - Lost reason",
        ["opportunities.Need"] = "需求|描述|备注|商机描述|Description|Deal description|Notes",
        ["opportunities.PaymentTerms"] = "付款条件",
        ["opportunities.DeliveryOn"] = "交付时间|Delivery date",
        ["opportunities.ExternalId"] = "Id|Record ID|Deal ID|Deal - ID|Potential ID|(Do Not Modify) Opportunity|商机ID|数据ID|External ID",
        ["opportunities.CustomerExternalId"] = "客户ID|公司ID|Account ID|Account name ID|Company ID|Organization ID|Primary associated company ID|Associated company ID|Associated company IDs (Primary)|"
            + "Associated company IDs",
        ["opportunities.OwnerExternalId"] = "负责人ID|Owner ID|Deal owner ID|Opportunity owner ID|Assigned user ID",
        ["stages.Opportunity"] = "商机编号|Opportunity ID|Opportunity number",
        ["stages.Stage"] = "新阶段|销售阶段|Stage name|New stage|To stage",
        ["stages.At"] = "时间|变更时间|Entered|Entered at|Changed at|Created date|Created time",
        ["stages.By"] = "变更人|Changed by|Modified by",
        ["stages.Reason"] = "说明",
        ["visits.At"] = "日期|跟进日期|跟进时间|拜访日期|拜访时间|回访时间|联系时间|沟通时间|活动时间|活动日期|通话时间|会议时间|开始时间|发生时间|Activity date|Visit date|Call start time|Call time|Call date|Meeting start time|Meeting date|"
            + "Start time|Start date|Start date and time|Start date & time|Date start|Date|Start|From|Actual start|Scheduled start|Activity - Due date|Due date",
        ["visits.Customer"] = "客户|公司名称|所属客户|关联客户|相关客户|Account name|Company name|Customer name|Organization name|Associated company|Associated company (Primary)|Related account|Account|Company|Customer|"
            + "Organization|Activity - Organization",
        ["visits.Method"] = "方式|跟进方式|沟通方式|拜访方式|跟进类型|活动类型|记录类型|Activity type|Task type|Task subtype",
        ["visits.Visitor"] = "跟进人|拜访人|记录人|负责人|创建人|销售|Assigned to|Activity assigned to|Activity owner|Call owner|Task owner|Meeting owner|Event owner|Host|Owner|Sales rep|Assigned user|"
            + "Assigned user name|Owner name|Activity - Assigned to user",
        ["visits.Opportunity"] = "商机编号|Opportunity number",
        ["visits.IsInbound"] = "客户主动联系|呼叫方向|通话方向|Inbound|Call type|Call direction|Direction",
        ["visits.Topic"] = "主题|标题|沟通主题|Subject|Title|Name|Call title|Call subject|Call name|Meeting name|Meeting title|Meeting subject|Task title|Task name|Task subject|Event name|Event title|"
            + "Activity subject|Activity - Subject",
        ["visits.Feedback"] = "反馈|内容|跟进内容|沟通内容|回访内容|拜访内容|记录内容|销售记录内容|跟进记录|备注|描述|详情|Content|Description|Call notes|Call description|Meeting description|Task notes|Note content|Note body|Activity - Note|"
            + "Notes|Note|Comments|Full comments|Body|Details",
        ["visits.Handling"] = "处理|措施",
        ["visits.Due"] = "时限|截止日期|Due date",
        ["visits.Result"] = "结果|确认结果|沟通结果|拜访结果|跟进结果|Outcome|Call outcome|Call result|Meeting outcome|Call disposition",
        ["visits.Next"] = "下次跟进|下次跟进时间|下次联系时间|Next follow-up",
        ["visits.State"] = "状态|任务状态|活动状态|Status|Activity status|Call status|Task status|Activity - Done",
        ["visits.ExternalId"] = "Id|Record ID|Activity ID|Call ID|Task ID|Meeting ID|Event ID|Activity - ID|(Do Not Modify) Phone Call|(Do Not Modify) Appointment|(Do Not Modify) Task|跟进ID|External ID",
        ["visits.VisitorExternalId"] = "负责人ID|Owner ID|Call owner ID|Task owner ID|Event owner ID|Host ID|Assigned user ID",
        ["visits.CustomerExternalId"] = "客户ID|公司ID|Account ID|Account name ID|Company ID|Organization ID|Associated company ID|Associated company IDs (Primary)|Associated company IDs",
        ["visits.ContactExternalId"] = "联系人ID|Contact ID|Contact name ID|Associated contact ID|Associated contact IDs",
        ["visits.LeadExternalId"] = "线索ID|Lead ID|Associated lead IDs",
        ["visits.OpportunityExternalId"] = "商机ID|Opportunity ID|Deal ID|Associated deal ID|Associated deal IDs",
        ["visits.ParentType"] = "Parent type|Related to type|Related module",
        ["visits.ParentExternalId"] = "Parent ID|Related to ID",
        ["events.On"] = "时间|发生日期|发生时间|创建日期|创建时间|提交时间|受理时间|投诉日期|Date|Created|Created on|Created at|Created time|Created date|Create date|Date created|Date entered|Opened|Opened date|Date/Time opened",
        ["events.Customer"] = "客户|公司名称|所属客户|关联客户|Account name|Company name|Customer name|Organization name|Associated company|Associated company (Primary)|Account|Company|Customer|Organization",
        ["events.Title"] = "标题|工单标题|工单主题|问题标题|投诉主题|Subject|Case title|Case subject|Case name|Ticket name|Ticket title|Ticket subject|Name",
        ["events.Type"] = "分类|类别|问题类型|工单类型|投诉类型|事件类型|Case type|Ticket type|Category|Ticket category",
        ["events.Status"] = "工单状态|处理状态|Case status|Ticket status|Status reason",
        ["events.Resolution"] = "解决方案|处理|处理方案|处理意见|Solution|Case resolution|Ticket resolution",
        ["events.Text"] = "描述|说明|问题描述|投诉内容|详细描述|备注|Description|Case description|Ticket description|Details|Comments",
        ["events.ExternalId"] = "Id|Record ID|Case ID|Ticket ID|(Do Not Modify) Case|工单ID|Case number|Ticket number|工单编号|External ID",
        ["events.CustomerExternalId"] = "客户ID|公司ID|Account ID|Account name ID|Company ID|Organization ID|Associated company ID|Associated company IDs (Primary)|Associated company IDs",
        ["events.ContactExternalId"] = "联系人ID|Contact ID|Contact name ID|Associated contact ID|Associated contact IDs",
        ["events.OpportunityExternalId"] = "商机ID|Opportunity ID|Deal ID|Deal name ID|Associated deal ID|Associated deal IDs",
        ["events.ParentType"] = "Parent type|Related to type",
        ["events.ParentExternalId"] = "Parent ID|Related to ID",
        ["deals.Number"] = "编号|订单编号|订单号|合同编号|合同号|Deal number|Order number|Order no.|Contract number",
        ["deals.Customer"] = "客户|公司名称|所属客户|Customer name|Company|Account|Account name|Company name|Organization name",
        ["deals.On"] = "日期|订单日期|签约日期|合同日期|下单日期|Date|Deal date|Order date|Contract date",
        ["deals.Amount"] = "成交金额|金额|订单金额|合同金额|金额(元)|Deal amount|Order amount|Grand total|Total amount",
        ["deals.Owner"] = "销售|跟进人|销售负责人|Sales rep|Salesperson|Assigned to",
        ["deals.Product"] = "产品名称|Product name",
        ["deals.Cost"] = "成本",
        ["deals.DeliveryOn"] = "交货日期|Delivery date",
        ["deals.Channel"] = "销售渠道",
        ["deals.Remark"] = "说明|Remarks|Notes",
        ["deals.ExternalId"] = "Id|Record ID|Order ID|订单ID",
        ["deals.CustomerExternalId"] = "客户ID|Account ID|Company ID",
        ["deals.OwnerExternalId"] = "负责人ID|Owner ID",
        ["products.Name"] = "产品|名称|Product|Product name",
        ["products.Series"] = "产品系列",
        ["products.ListPrice"] = "价格|单价|List price|Price|Unit price|Sales price",
        ["users.Name"] = "名字|显示名|销售|员工|员工姓名|Full name|Display name|Sales agent|Sales rep",
        ["users.UserName"] = "账号|登录名|User name|Login",
        ["users.Email"] = "电子邮箱|E-mail|Email address",
        ["users.Role"] = "岗位",
        ["users.Office"] = "办事处|分公司|区域|Regional office|Region",
        ["users.Manager"] = "上级|直属上级|主管",
        ["users.ExternalId"] = "Id|User ID|Record ID|用户ID",
        ["periods.Period"] = "周期|季度|Quarter",
        ["periods.Leads"] = "线索数",
        ["periods.WonCustomers"] = "成交客户数|Won customers",
        ["periods.Conversion"] = "转化率",
        ["periods.Aov"] = "客单价",
        ["periods.Repurchase"] = "复购率",
        ["periods.Cycle"] = "平均销售周期|销售周期",
        ["periods.Problem"] = "问题",
        ["periods.Measure"] = "改进措施|措施",
    };

    /// <summary>What the two halves of a person's name are called, in the order in which they are put together.</summary>
    public static IReadOnlyList<(string[] First, string[] Second, string Joint)> NameHalves { get; } =
    [
        (["First name", "Given name", "First"], ["Last name", "Family name", "Surname", "Last"], " "),
        (["姓", "姓氏"], ["名"], ""),
    ];

    /// <summary>A column of given names, as other systems keep them.</summary>
    public static bool IsGivenName(string header) => GivenNames.Contains(MappedColumns.Key(header));

    public static bool IsFamilyName(string header) => FamilyNames.Contains(MappedColumns.Key(header));

    private static readonly HashSet<string> GivenNames = KeysOf(NameHalves[0].First);
    private static readonly HashSet<string> FamilyNames = KeysOf(NameHalves[0].Second);

    private static HashSet<string> KeysOf(string[] headers) => headers.Select(MappedColumns.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>The fields of a kind with the other names that their columns may have.</summary>
    public static IReadOnlyList<ImportField> AddedTo(string kind, IReadOnlyList<ImportField> fields)
        => fields.Select(field => Known.TryGetValue($"{kind}.{field.Name}", out var words) ? field with { Headers = words.Split('|') } : field).ToList();

    /// <summary>The fields of a kind that the table knows; a test holds them against the kind.</summary>
    internal static IEnumerable<string> NamesOf(string kind) => Known.Keys.Where(name => name.StartsWith(kind + ".", StringComparison.Ordinal)).Select(name => name[(kind.Length + 1)..]);
}
