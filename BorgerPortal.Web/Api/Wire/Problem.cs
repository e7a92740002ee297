using System.Text.Json.Serialization;

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
    string TraceId);

/// <summary>One broken rule or field: its wire name where there is one, never its value.</summary>
internal sealed record Fejl(
    int Fejlkode,
    string Fejltekst,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Felt);

/// <summary>Problem details of a call that no operation answered.</summary>
internal sealed record Statussvar(string Type, string Title, int Status, string? Detail, string? Operation, string TraceId);
