using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BorgerPortal.Domain;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Web.Api.Answers;
using BorgerPortal.Web.Api.Wire;

namespace BorgerPortal.Web.Api.Description;

/// <summary>A problem that an operation may answer with one status: its codes, and an example of each and of the one without a code.</summary>
internal sealed record ProblemDoc(int Status, IReadOnlyList<ErrorCode> Codes, bool HasPlain, IReadOnlyList<(string Name, JsonNode Value)> Examples);

/// <summary>The problems of each operation: its row of the matrix, and what the protocol adds.</summary>
internal static class ProblemDocs
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da");

    /// <summary>Without a code, of every call: no key, no JSON wanted, and what kept a call from being carried out.</summary>
    private static readonly int[] OfEveryCall =
        [StatusCodes.Status401Unauthorized, StatusCodes.Status406NotAcceptable, StatusCodes.Status503ServiceUnavailable];

    /// <summary>Without a code, of a change: its request id in flight, a body that is too long or of another type, a request id of another payload.</summary>
    private static readonly int[] OfAChange =
        [StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity];

    public static IReadOnlyList<ProblemDoc> Of(string operation, bool isChange)
    {
        var codes = OperationRows.All.GetValueOrDefault(operation, []).Order().Select(number => Errors.ByNumber[number])
            .ToLookup(code => ErrorStatus.Of(code.Kind));
        int[] plain = isChange ? [.. OfEveryCall, .. OfAChange] : OfEveryCall;
        return
        [
            .. codes.Select(group => group.Key).Union(plain).Order()
                .Select(status => Of(operation, status, [.. codes[status]], plain.Contains(status))),
        ];
    }

    private static ProblemDoc Of(string operation, int status, IReadOnlyList<ErrorCode> codes, bool hasPlain)
    {
        var examples = codes.Select(code => (code.ToString(), Example(operation, code)));
        return new ProblemDoc(status, codes, hasPlain, [.. examples, .. hasPlain ? [("udenFejlkode", Example(operation, status))] : Array.Empty<(string, JsonNode)>()]);
    }

    private static JsonNode Example(string operation, ErrorCode code)
    {
        var field = code == Errors.InvalidMessage ? "personnummer" : null;
        var problem = Fejlsvar.Of([new Error(code, field)], operation, Danish, "", Samples.TraceId);
        return JsonSerializer.SerializeToNode(problem, WireJson.Written.Fejlsvar)!;
    }

    // The key is looked at before the operation is known by the caller; every other problem names it.
    private static JsonNode Example(string operation, int status) =>
        JsonSerializer.SerializeToNode(Statussvar.Of(status, operation, Danish, Samples.TraceId), WireJson.Written.Statussvar)!;
}
