using BorgerPortal.Domain.Overview;

namespace BorgerPortal.Web.Journeys.CaseWorkers;

/// <summary>Which offers a caseworker looks at.</summary>
public enum OfferFilter
{
    All,

    /// <summary>Those that break a rule.</summary>
    Broken,

    /// <summary>Those that are offered and have no free time.</summary>
    WithoutTimes,
}

/// <summary>A page of a jobcentre's offers at a glance, as it is kept while the page comes alive.</summary>
/// <param name="IsElsewhere">The jobcentre's offers are kept by a planner of its own.</param>
/// <param name="Offers">Those of the page.</param>
/// <param name="Counts">How many there are in each filter, in their order.</param>
/// <param name="Page">Which page it is, counted from 1.</param>
/// <param name="Pages">How many there are.</param>
/// <param name="Unmet">Open deadlines that no offered time can meet.</param>
public sealed record OffersShown(
    bool IsElsewhere, IReadOnlyList<OfferAtAGlance> Offers, IReadOnlyList<int> Counts, int Page, int Pages, IReadOnlyList<UnmetDeadlines> Unmet)
{
    private const int OffersOnAPage = 25;

    public static OffersShown Of(JobCentreOverview? overview, OfferFilter filter, int page)
    {
        if (overview is null)
        {
            return new OffersShown(IsElsewhere: true, [], [], 1, 1, []);
        }

        var counts = Enum.GetValues<OfferFilter>().Select(each => overview.Offers.Count(offer => IsIn(each, offer))).ToList();
        var pages = Math.Max(1, (counts[(int)filter] + OffersOnAPage - 1) / OffersOnAPage);
        var shown = Math.Clamp(page, 1, pages);
        return new OffersShown(
            IsElsewhere: false,
            [.. overview.Offers.Where(offer => IsIn(filter, offer)).Skip((shown - 1) * OffersOnAPage).Take(OffersOnAPage)],
            counts,
            shown,
            pages,
            overview.Unmet);
    }

    private static bool IsIn(OfferFilter filter, OfferAtAGlance offer) => filter switch
    {
        OfferFilter.Broken => offer.Breaks.Count > 0,
        OfferFilter.WithoutTimes => offer is { IsOffered: true, FreeTimes: 0 },
        _ => true,
    };
}
