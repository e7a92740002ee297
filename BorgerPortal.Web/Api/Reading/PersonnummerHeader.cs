using BorgerPortal.Domain.Citizens;

namespace BorgerPortal.Web.Api.Reading;

/// <summary>
/// Whom a call is about: `x-civilregistrationIdentifier`, the name that the authority's REST services use, or
/// `Personnummer`. It stands in no address and reaches no log, no trace and no answer.
/// </summary>
internal static class PersonnummerHeader
{
    private static readonly string[] Names = ["x-civilregistrationIdentifier", "Personnummer"];

    /// <summary>No number, one that is none, a header that is repeated or two that differ: a reference that is not well-formed (1014).</summary>
    public static CitizenReference Read(IHeaderDictionary headers) =>
        CitizenReference.ByPersonnummer(!IsRepeated(headers) && Values(headers).ToList() is [var only] ? only : null);

    /// <summary>The same text for the same citizen, however the number was written.</summary>
    public static string Canonical(IHeaderDictionary headers) => string.Join(',', Values(headers));

    private static bool IsRepeated(IHeaderDictionary headers) => Names.Any(name => headers[name].Count > 1);

    private static IEnumerable<string> Values(IHeaderDictionary headers) =>
        Names.SelectMany(name => headers[name].ToArray())
            .Select(value => Personnummer.TryParse(value, out var personnummer) ? personnummer.Reveal() : value ?? "")
            .Distinct(StringComparer.Ordinal);
}
