namespace BorgerPortal.Bench.CreateBooking;

/// <summary>
/// Which citizen books which time: every booking is of another citizen and another time, so that each can succeed. The
/// times are spread over many offers, as citizens who come at once are.
/// </summary>
/// <param name="today">The day on which the benchmark runs.</param>
internal sealed class Schedule(DateOnly today)
{
    public const int Options = 64;
    public const int CaseWorkersPerOption = 3;
    public const int DurationMinutes = 45;

    private const int TimesPerDay = 9;

    public DateOnly Today => today;

    public static long CitizenOf(int booking) => booking + 1;

    public static int OptionOf(int booking) => booking % Options;

    public static Guid OptionId(int option) => new(option + 1, 0x4b1f, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1);

    public static long CaseWorkerOf(int option, int position) => (option * CaseWorkersPerOption) + position + 1;

    public DateTimeOffset StartOf(int booking)
    {
        var (day, time) = Math.DivRem(booking / Options, TimesPerDay);
        return new DateTimeOffset(today.AddDays(7 + day), new TimeOnly(7, 0), TimeSpan.Zero).AddMinutes(time * DurationMinutes);
    }

    public DateOnly DateOf(int booking) => DateOnly.FromDateTime(StartOf(booking).UtcDateTime);
}
