namespace BorgerPortal.Bench.Scale;

/// <summary>One operation in a country.</summary>
/// <param name="Name">Its wire name.</param>
/// <param name="CallAsync">One call; each number is another citizen, anywhere in the country.</param>
internal sealed record CountryCall(string Name, Func<int, Task> CallAsync)
{
    /// <summary>Bookings in a round: a small country has seats for no more, in process and over HTTP.</summary>
    public const int Bookings = 150;

    /// <summary>Calls before any that counts: enough for each page of the tables to have been looked at.</summary>
    public int WarmUp { get; init; } = 100_000;

    /// <summary>As many calls as may count in a round.</summary>
    public int Calls { get; init; } = int.MaxValue;
}
