using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Web.Api.Wire;

/// <summary>One entry of a code list.</summary>
internal sealed record Kode(int Id, string Dansk, string Engelsk)
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Kode>> OfAll(IEnumerable<CodeList> lists) =>
        lists.ToDictionary(
            list => list.Name,
            IReadOnlyList<Kode> (list) => [.. list.Entries.Select(entry => new Kode(entry.Id, entry.Danish, entry.English))]);
}
