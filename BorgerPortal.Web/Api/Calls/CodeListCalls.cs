using BorgerPortal.Domain.Planner;
using BorgerPortal.Web.Api.Wire;

namespace BorgerPortal.Web.Api.Calls;

/// <summary>The code lists: they are about nobody, so no personnummer is asked for.</summary>
internal static class CodeListCalls
{
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<Kode>> All = Kode.OfAll(CodeList.All);

    public static IResult GetAll() => TypedResults.Json(All, WireJson.Written.IReadOnlyDictionaryStringIReadOnlyListKode);
}
