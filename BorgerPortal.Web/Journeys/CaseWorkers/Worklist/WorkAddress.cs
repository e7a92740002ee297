using System.Globalization;
using BorgerPortal.Domain.Worklist;

namespace BorgerPortal.Web.Journeys.CaseWorkers.Worklist;

/// <summary>A filter of the list as its address holds it, so that it can be kept, sent and gone back to.</summary>
public static class WorkAddress
{
    public const string StateKey = "vis";
    public const string KindKey = "art";
    public const string OrderKey = "orden";
    public const string PageKey = "side";

    private static readonly (string Word, WorkState State)[] States =
        [("aabne", WorkState.Open), ("mine", WorkState.Mine), ("haandterede", WorkState.Handled), ("alle", WorkState.All)];

    private static readonly (string Word, WorkKind Kind)[] Kinds =
        [("alle", WorkKind.All), ("fejl", WorkKind.Reports), ("kvitteringer", WorkKind.Receipts)];

    private static readonly (string Word, WorkOrder Order)[] Orders =
        [("nyeste", WorkOrder.Newest), ("aeldste", WorkOrder.Oldest), ("kode", WorkOrder.Code)];

    /// <summary>What is not there, or is no word of the address, is as where nothing was chosen.</summary>
    public static WorkFilter Read(string? state, string? kind, string? order, string? page) => new(
        Find(States, state, WorkState.Open),
        Find(Kinds, kind, WorkKind.All),
        Find(Orders, order, WorkOrder.Newest),
        int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, WorklistReader.LastPage) : 1);

    public static string Of(WorkFilter filter) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Urls.Worklist}?{StateKey}={WordOf(filter.State)}&{KindKey}={WordOf(filter.Kind)}&{OrderKey}={WordOf(filter.Order)}&{PageKey}={filter.Page}");

    public static string WordOf(WorkState state) => States.First(known => known.State == state).Word;

    public static string WordOf(WorkKind kind) => Kinds.First(known => known.Kind == kind).Word;

    public static string WordOf(WorkOrder order) => Orders.First(known => known.Order == order).Word;

    private static T Find<T>((string Word, T Value)[] known, string? word, T otherwise)
    {
        foreach (var (name, value) in known)
        {
            if (name == word)
            {
                return value;
            }
        }

        return otherwise;
    }
}
