namespace BorgerPortal.Bench.Scale;

/// <summary>
/// Jobcentres that are all alike: 1,000 citizens, 5 offers, 2,000 times and 2,000 bookings each. A large country has more
/// of them, and nothing else is different for whoever asks in one of them.
/// </summary>
/// <param name="today">The day on which the benchmark runs.</param>
/// <param name="jobCentres">How many there are.</param>
internal sealed class Country(DateOnly today, int jobCentres)
{
    public const int CitizensEach = 1000;
    public const int OptionsEach = 5;
    public const int TimesEach = 400;
    public const int CaseWorkersEach = 2;
    public const int DurationMinutes = 45;

    /// <summary>Of an offer's times, the first that has a free caseworker beside one who is taken, and none taken after that.</summary>
    public const int FirstFree = CitizensEach / OptionsEach;

    public const int TimesPerDay = 8;

    /// <summary>A prime.</summary>
    private const long Stride = 7919;

    public DateOnly Today => today;

    public int JobCentres => jobCentres;

    public static string CodeOf(int jobCentre) => (10_000 + jobCentre).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static long CitizenId(int jobCentre, int citizen) => ((long)jobCentre * CitizensEach) + citizen + 1;

    public static Guid OptionId(int jobCentre, int option) => new((jobCentre * OptionsEach) + option + 1, 0x4b1f, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1);

    public static Guid BookingId(long number) => new((int)number, 0x7c00, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 2);

    public static long CaseWorkerId(int jobCentre, int option, int position) =>
        ((((long)jobCentre * OptionsEach) + option) * CaseWorkersEach) + position + 1;

    /// <summary>Whom a call with this number is about: calls with following numbers lie far apart, and each citizen's turn comes once.</summary>
    public long CitizenOf(int number)
    {
        var (jobCentre, citizen) = PlaceOf(number);
        return CitizenId(jobCentre, citizen);
    }

    /// <summary>The offer that a call with this number is about.</summary>
    public Guid OptionOf(int number)
    {
        var (jobCentre, citizen) = PlaceOf(number);
        return OptionId(jobCentre, citizen % OptionsEach);
    }

    /// <summary>
    /// A time with a seat for each who asks: every second one, with a caseworker each for two citizens. In a small country
    /// each citizen's turn comes again, and then it is another's.
    /// </summary>
    public int TimeOf(int number)
    {
        var lap = number / (jobCentres * CitizensEach);
        return FirstFree + (2 * (((PlaceOf(number).Citizen / OptionsEach) + lap) % ((TimesEach - FirstFree) / 2)));
    }

    /// <summary>To which time the booking of <see cref="TimeOf"/> is moved: nobody books there, and whoever stays with their caseworker finds them free.</summary>
    public int NextTimeOf(int number) => TimeOf(number) + 1;

    /// <summary>The start of an offer's time; those before 0 are history.</summary>
    public DateTimeOffset StartOf(int time)
    {
        var day = (int)Math.Floor(time / (double)TimesPerDay);
        return new DateTimeOffset(today.AddDays(day + (day < 0 ? 0 : 1)), new TimeOnly(7, 0), TimeSpan.Zero)
            .AddMinutes((time - (day * TimesPerDay)) * DurationMinutes);
    }

    private (int JobCentre, int Citizen) PlaceOf(int number)
    {
        var (jobCentre, citizen) = Math.DivRem(number * Stride % (jobCentres * CitizensEach), CitizensEach);
        return ((int)jobCentre, (int)citizen);
    }
}
