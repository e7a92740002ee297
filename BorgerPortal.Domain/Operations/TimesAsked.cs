using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Operations;

/// <summary>The shape of a question for times, whatever they are for.</summary>
internal static class TimesAsked
{
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(366);

    /// <summary>Whether it ends after its start and spans at most 366 days; not judged without a start.</summary>
    public static bool IsInterval(DateTimeOffset? from, DateTimeOffset? to) =>
        from is not { } start || (to > start && to - start <= LongestInterval);

    /// <summary>Whether it is of the code list; one that is left out is fine.</summary>
    public static bool IsContactType(int? type) => type is null || CodeList.ContactTypes.Contains(type.Value);
}
