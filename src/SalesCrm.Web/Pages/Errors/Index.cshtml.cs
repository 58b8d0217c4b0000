using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SalesCrm.Web.Pages.Errors;

/// <summary>What went wrong in general words with the request's id; details are in the log only. Reached by re-execution, never by its own address.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class IndexModel : PageModel
{
    public int Status { get; private set; }

    public string Heading => Status switch
    {
        400 => "请求没有被接受",
        403 => "没有权限",
        404 => "没有找到",
        405 => "这里不能这样操作",
        409 => "刚刚被别人改过",
        413 => "内容太大",
        429 => "操作太频繁",
        503 => "系统正忙",
        _ => "出错了",
    };

    public string Advice => Status switch
    {
        400 => "页面可能放得太久，已经过期。请返回上一页刷新后再试；没有改动任何内容。",
        403 => "您的角色不能做这件事。需要的话请联系经理或管理员。",
        404 => "地址不对，或者这条记录不在您能看到的范围内。",
        405 => "请从页面上的按钮或链接操作。",
        409 => "您打开之后，其他人改动了同一条记录；没有改动任何内容。请返回上一页刷新后再试。",
        413 => "上传的文件或填写的内容超过了上限，没有保存。请减小后再试。",
        429 => "请稍等一分钟再试；没有改动任何内容。",
        503 => "请稍后再试；没有改动任何内容。",
        _ => "这次操作没有完成。请再试一次；仍然不行时，把下面的请求编号告诉管理员。",
    };

    public override void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        var failed = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!failed)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        Status = Response.StatusCode;
    }
}
