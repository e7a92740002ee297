namespace BorgerPortal.Domain.Time;

/// <summary>Now and today as an operation sees them: read once, when the request arrives.</summary>
/// <param name="Now">The instant, in UTC.</param>
/// <param name="Today">Its date in Denmark.</param>
public readonly record struct Moment(DateTimeOffset Now, DateOnly Today)
{
    public static Moment At(DateTimeOffset instant) => new(instant.ToUniversalTime(), instant.DanishDate());

    public static Moment Read(TimeProvider clock) => At(clock.GetUtcNow());
}
