using System.Globalization;
using System.Text.Json.Serialization;
using BorgerPortal.Domain;
using BorgerPortal.Web.Api.Answers;
using BorgerPortal.Web.Journeys;
using BorgerPortal.Web.Resources;
using Microsoft.AspNetCore.WebUtilities;

namespace BorgerPortal.Web.Api.Wire;

/// <summary>Problem details of an operation's refusal (RFC 9457). NyFejlkode and Felt are written also where they are null.</summary>
internal sealed record Fejlsvar(
    string Type,
    string Title,
    int Status,
    string Detail,
    int Fejlkode,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? NyFejlkode,
    string? Operation,
    IReadOnlyList<Fejl> Fejl,
    string TraceId)
{
    /// <param name="errors">Every error, the leading one first.</param>
    /// <param name="operation">Its wire name.</param>
    /// <param name="language">The language of the detail.</param>
    /// <param name="pathBase">Where the portal lies, for the address that the type is.</param>
    /// <param name="traceId">The call's own.</param>
    public static Fejlsvar Of(IReadOnlyList<Error> errors, string? operation, CultureInfo language, string pathBase, string traceId)
    {
        var leading = errors[0].Code;
        return new Fejlsvar(
            Urls.From(pathBase, Urls.ErrorCode(leading)),
            leading.Text,
            ErrorStatus.Of(leading.Kind),
            $"{ErrorTexts.What(errors[0], language)} {ErrorTexts.Do(errors[0], language)}",
            leading.Number,
            leading.NewCode,
            operation,
            [.. errors.Select(error => new Fejl(error.Code.Number, error.Code.Text, error.Field))],
            traceId);
    }
}

/// <summary>One broken rule or field: its wire name where there is one, never its value.</summary>
internal sealed record Fejl(
    int Fejlkode,
    string Fejltekst,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Felt);

/// <summary>Problem details of a call that no operation answered.</summary>
internal sealed record Statussvar(string Type, string Title, int Status, string? Detail, string? Operation, string TraceId)
{
    public static Statussvar Of(int status, string? operation, CultureInfo language, string traceId) =>
        new("about:blank", ReasonPhrases.GetReasonPhrase(status), status, ApiTexts.OfStatus(status, language), operation, traceId);
}
