namespace Rekruttering.Web.Pages.SummerJobs;

/// <summary>What the form of a job needs from its page, new or old.</summary>
public interface IJobForm
{
    JobInput Input { get; }
    string SaveLabel { get; }
    string BackHref { get; }
}
