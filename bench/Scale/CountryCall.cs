namespace BorgerPortal.Bench.Scale;

/// <summary>One operation in a country.</summary>
/// <param name="Name">Its wire name.</param>
/// <param name="CallAsync">One call; each number is another citizen, anywhere in the country.</param>
internal sealed record CountryCall(string Name, Func<int, Task> CallAsync)
{
    /// <summary>Bookings in a round: a small country has seats for no more, in process and over HTTP.</summary>
    public const int Bookings = 150;

    /// <summary>Numbers below this one are in the rounds, six of them with the one that does not count.</summary>
    private const int Counted = 6 * Bookings;

    /// <summary>Calls before any that counts: enough for each page of the tables to have been looked at.</summary>
    public int WarmUp { get; init; } = 100_000;

    /// <summary>The number of the first of them.</summary>
    public int WarmUpFrom { get; init; }

    /// <summary>As many calls as may count in a round.</summary>
    public int Calls { get; init; } = int.MaxValue;

    /// <summary>What changes a booking, or asks about one that was made: those citizens warm it up whose turn comes in no round.</summary>
    public static CountryCall Change(string name, Func<int, Task> callAsync) => new(name, callAsync)
    {
        Calls = Bookings,
        WarmUp = Country.CitizensEach - Counted,
        WarmUpFrom = Counted,
    };
}
