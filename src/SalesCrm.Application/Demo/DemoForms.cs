using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.LeadForms;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Leads.Assignment;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Trials;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Demo;

/// <summary>The demo company's public form with what came through it, its rules for giving leads out, a lead that was given up, and trials.</summary>
internal sealed class DemoForms(CrmDbContext db, DemoSetting setting)
{
    /// <summary>The last part of the form's address.</summary>
    public const string Token = "demoguanwang";

    private static readonly (string Company, string Person, string Province, string City, string Need, int DaysAgo)[] Sent =
    [
        ("无锡澄海泵业有限公司", "顾文斌", "江苏", "无锡", "三条产线想联网，先看看网关的报价", 1), ("苏州禾木包装有限公司", "沈佳怡", "江苏", "苏州", "想了解产线看板，年内上线", 3),
        ("东莞恒准模具有限公司", "罗志强", "广东", "东莞", "能耗管理，两个厂区约 40 台设备", 4), ("常州启岳电机有限公司", "蒋晓梅", "江苏", "常州", "办公协同 120 人，需要试用", 8),
        ("佛山联陶建材有限公司", "梁海峰", "广东", "佛山", "同行推荐，想看案例", 12), ("成都天府精工有限公司", "唐雪", "四川", "成都", "西南有没有实施团队", 2),
    ];

    /// <summary>After the demo's open leads are saved.</summary>
    public async Task AddAsync(CancellationToken cancellationToken)
    {
        var source = await db.Dictionary.Where(word => word.Kind == DictionaryKind.Source && word.Name == "官网").Select(word => word.Id).SingleAsync(cancellationToken);
        var form = new LeadForm { Name = "官网咨询", Token = Token, SourceId = source, Campaign = "官网", ThanksText = FormTexts.Thanks, ThanksTextEnglish = FormTexts.ThanksEnglish };
        form.Ask(FormTexts.Consent, FormTexts.ConsentEnglish);
        db.LeadForms.Add(form);
        var (east, south) = await OwnersAsync(cancellationToken);
        if (east.FirstOrDefault() is { TeamId: { } team })
        {
            db.AssignmentRules.Add(new AssignmentRule { Province = "江苏", TeamId = team });
        }

        db.AssignmentRules.Add(new AssignmentRule { Province = "广东", UserId = south });
        await db.SaveAsync(Actor.System, cancellationToken);
        for (var i = 0; i < Sent.Length; i++)
        {
            // Nobody has the lead from a region without a rule; the admin's page shows that it waits.
            Send(form, i, Sent[i].Province switch { "江苏" => east.Count > 0 ? east[i % east.Count].Id : null, "广东" => south, _ => null });
        }

        Wait(form);
        await GiveUpAndTryAsync(cancellationToken);
        await db.SaveAsync(Actor.System, cancellationToken);
    }

    private async Task<(List<User> East, long South)> OwnersAsync(CancellationToken cancellationToken)
    {
        var reps = await db.Users.AsNoTracking().Where(user => user.Role == Role.Rep && user.IsActive && user.TeamId != null).OrderBy(user => user.Id).ToListAsync(cancellationToken);
        var east = reps.Where(user => user.TeamId == reps[0].TeamId).ToList();
        return (east, (reps.Find(user => user.TeamId != reps[0].TeamId) ?? reps[^1]).Id);
    }

    private void Send(LeadForm form, int index, long? owner)
    {
        var (company, person, province, city, need, daysAgo) = Sent[index];
        var at = At(daysAgo, index);
        var post = Post(form, at, PostDoubt.None, company, person, province, city, need, index);
        var lead = new Lead
        {
            Company = company,
            CompanyKey = NameKey.OfCompany(company),
            Person = person,
            Phone = post.Phone,
            PhoneKey = post.PhoneKey,
            Email = post.Email,
            Province = province,
            City = city,
            Need = need,
            SourceId = form.SourceId,
            Campaign = form.Campaign,
            CreatedOn = setting.Clock.DateOf(at),
            CreatedAt = at,
        };
        lead.AssignTo(owner, at);
        post.BecomeLead(lead);
        db.AddRange(post, lead);
    }

    /// <summary>One that looks odd and waits for a person.</summary>
    private void Wait(LeadForm form)
    {
        var post = Post(form, At(1, 7), PostDoubt.Links, "速推网络", "推广顾问", "北京", "北京", "排名优化请看 http://promo.example", 90);
        post.Hold();
        db.Add(post);
    }

    private static FormPost Post(LeadForm form, DateTime at, PostDoubt doubt, string company, string person, string province, string city, string need, int index)
    {
        var phone = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"1370051{index:0000}");
        return new FormPost
        {
            FormId = form.Id,
            Key = Guid.NewGuid(),
            At = at,
            Doubt = doubt,
            Company = company,
            Person = person,
            Phone = phone,
            PhoneKey = PhoneKey.Of(phone)?.Number,
            Email = $"contact{index}@example.com",
            Province = province,
            City = city,
            Need = need,
            ConsentRevision = form.ConsentRevision,
            ConsentText = form.ConsentText,
        };
    }

    private async Task GiveUpAndTryAsync(CancellationToken cancellationToken)
    {
        var leads = await db.Leads.Where(lead => lead.OwnerId != null && (lead.Status == LeadStatus.Working || lead.Status == LeadStatus.Qualified)).OrderBy(lead => lead.Id).Take(6).ToListAsync(cancellationToken);
        var reasons = await db.Dictionary.Where(word => word.Kind == DictionaryKind.DisqualifyReason && !word.IsArchived).OrderBy(word => word.Position).ThenBy(word => word.Id).Select(word => word.Id).Take(2).ToListAsync(cancellationToken);
        foreach (var (lead, reason) in leads.Zip(reasons))
        {
            lead.Disqualify(reason, "明年预算批下来再联系");
        }

        var (today, trials) = (setting.Today, leads.Skip(reasons.Count).ToList());
        (int Start, TrialResult? Result, string? Note)[] runs = [(-5, null, null), (-16, null, null), (-30, TrialResult.Converted, "试用满意，进入报价"), (-40, TrialResult.Declined, "已选别家")];
        foreach (var (lead, run) in trials.Zip(runs))
        {
            var trial = new Trial { LeadId = lead.Id, What = DemoWords.Products[0].Name, StartOn = today.AddDays(run.Start), EndOn = today.AddDays(run.Start + TrialSettings.DefaultDays), GivenById = lead.OwnerId };
            if (run.Result is { } result)
            {
                trial.Finish(result, run.Note, trial.EndOn);
            }

            db.Add(trial);
        }
    }

    private DateTime At(int daysAgo, int index) => setting.Clock.UtcOf(setting.Today.AddDays(-daysAgo), new TimeOnly(9 + index, 20));
}
