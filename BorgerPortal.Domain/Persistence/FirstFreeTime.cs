namespace BorgerPortal.Domain.Persistence;

/// <summary>The first free time of an offer.</summary>
public sealed class FirstFreeTime
{
    public required Guid OptionId { get; set; }

    public required DateTimeOffset Start { get; set; }
}
