using System.Security.Cryptography;
using System.Text;
using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Scenarios.Loading;

/// <summary>
/// The session of a group meeting. It follows from who offers it and the start, so that those who are summoned to one
/// group meeting share its caseworker's time, and a time that is made for it later is the same session.
/// </summary>
internal static class GroupSession
{
    public static Guid Of(Guid optionId, DateTimeOffset start) => Of(optionId.ToString(), start);

    /// <summary>Of a group that was summoned without an offer.</summary>
    public static Guid Of(CaseWorker caseWorker, DateTimeOffset start) => Of($"{caseWorker.JobCentreCode}/{caseWorker.Identifier}", start);

    private static Guid Of(string owner, DateTimeOffset start) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{owner}@{start.ToUnixTimeMilliseconds()}")).AsSpan(0, 16));
}
