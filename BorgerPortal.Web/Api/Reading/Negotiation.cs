using BorgerPortal.Web.Api.Answers;
using Microsoft.Net.Http.Headers;

namespace BorgerPortal.Web.Api.Reading;

/// <summary>Which formats the API speaks: JSON in UTF-8, both ways.</summary>
internal static class Negotiation
{
    private static readonly MediaTypeHeaderValue[] Spoken = [new("application/json"), new("application/problem+json")];

    /// <summary>Is the body said to be JSON that can be read: in UTF-8, and not compressed.</summary>
    public static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && !request.Headers.ContainsKey(HeaderNames.ContentEncoding);

    /// <summary>406 for a caller who takes no JSON, before anything is done for it.</summary>
    public static ValueTask<object?> RefuseUnacceptableAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsAcceptable(context.HttpContext.Request)
            ? next(context)
            : ValueTask.FromResult<object?>(new StatusProblem(StatusCodes.Status406NotAcceptable));

    private static bool IsAcceptable(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        return string.IsNullOrWhiteSpace(accept.ToString())
            || (MediaTypeHeaderValue.TryParseList([.. accept.OfType<string>()], out var ranges)
                && ranges.Any(range => range.Quality is not 0 && Spoken.Any(type => type.MatchesMediaType(range))));
    }
}

file static class MediaRanges
{
    // Parameters of a range (a version, a charset) are no reason to refuse.
    public static bool MatchesMediaType(this MediaTypeHeaderValue type, MediaTypeHeaderValue range) =>
        range.MatchesAllTypes
        || (type.Type.Equals(range.Type, StringComparison.OrdinalIgnoreCase)
            && (range.MatchesAllSubTypes || type.SubType.Equals(range.SubType, StringComparison.OrdinalIgnoreCase)));
}
