using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

namespace SalesCrm.Benchmarks.Load;

/// <summary>The two things that a rep writes all day.</summary>
internal static class Posts
{
    public static async Task<IReadOnlyList<Job>> AllAsync(Site rep, Site manager)
    {
        var customers = await Links.IdsAsync(rep, "customers", ["/customers", "/customers?sort=-annual", "/customers?sort=-last"]);
        var opportunities = new ConcurrentQueue<long>(await MovableAsync(manager));
        return
        [
            new("log a follow-up with the next step, rep", number => LogAsync(rep, customers[number % customers.Count], number)) { Addresses = customers.Count },
            new("move a stage, manager", _ => MoveAsync(manager, opportunities)) { Addresses = opportunities.Count },
        ];
    }

    private static async Task LogAsync(Site site, long customer, int number)
    {
        var next = DateTime.UtcNow.AddDays(2 + (number % 20)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var answer = await site.PostAsync("/visits/new",
        [
            new("Input.CustomerId", customer.ToString(CultureInfo.InvariantCulture)), new("Input.Method", "Call"), new("Input.OperationId", Guid.NewGuid().ToString()),
            new("Input.Feedback", $"第 {number} 次通话，客户想先看报价"), new("Input.NextOn", next), new("Input.NextText", "寄送报价单"),
        ]);
        Accepted(answer, "/visits/new");
    }

    /// <summary>Each goes back and forth; who moves one takes it out of the queue meanwhile, so that nobody meets a newer version.</summary>
    private static async Task MoveAsync(Site site, ConcurrentQueue<long> opportunities)
    {
        if (!opportunities.TryDequeue(out var id))
        {
            throw new InvalidOperationException("Fewer opportunities than connections.");
        }

        var path = string.Create(CultureInfo.InvariantCulture, $"/opportunities/{id}/stage");
        var answer = await StageAsync(site, path, "Identified");
        if (answer.Status != HttpStatusCode.Redirect)
        {
            answer = await StageAsync(site, path, "FirstContact");
        }

        opportunities.Enqueue(id);
        Accepted(answer, path);
    }

    private static Task<(HttpStatusCode Status, string Text)> StageAsync(Site site, string path, string stage)
        => site.PostAsync(path, [new("Input.Stage", stage), new("Input.Reason", "客户换了负责人")]);

    /// <summary>Open ones that may go both ways.</summary>
    private static async Task<List<long>> MovableAsync(Site site)
    {
        var movable = new List<long>();
        foreach (var id in await Links.IdsAsync(site, "opportunities", ["/opportunities?stage=FirstContact", "/opportunities?stage=FirstContact&sort=-amount"]))
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/opportunities/{id}/stage");
            if ((await StageAsync(site, path, "Identified")).Status == HttpStatusCode.Redirect && (await StageAsync(site, path, "FirstContact")).Status == HttpStatusCode.Redirect)
            {
                movable.Add(id);
            }
        }

        return movable;
    }

    private static void Accepted((HttpStatusCode Status, string Text) answer, string path)
    {
        if (answer.Status != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"{path} answered {(int)answer.Status}");
        }
    }
}
