using BorgerPortal.Domain.Requests;

namespace BorgerPortal.Web.Api.Reading;

/// <summary>The id of a change: `x-requestId`, or `Idempotency-Key`, of 1 to 46 characters.</summary>
internal static class RequestIdHeader
{
    private static readonly string[] Names = ["x-requestId", "Idempotency-Key"];

    /// <summary>Null where there is none; also where it cannot be used, which is noted by the header's name (1014).</summary>
    public static string? Read(IHeaderDictionary headers, Action<string> note)
    {
        var given = Names.Where(headers.ContainsKey).ToList();
        var broken = given.FindAll(name => headers[name] is not [{ Length: >= 1 and <= RequestKey.LongestId }]);
        if (broken.Count == 0 && given.Select(name => headers[name].ToString()).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            broken = given;
        }

        broken.ForEach(note);
        return given.Count > 0 && broken.Count == 0 ? headers[given[0]].ToString() : null;
    }
}
