namespace BorgerPortal.Domain.Citizens;

/// <summary>A deadline for booking a meeting of a type (frist). Missing it can stop a benefit.</summary>
public sealed class Deadline
{
    public long Id { get; set; }

    public long CitizenId { get; set; }

    /// <summary>Its place among the citizen's in the file that it came from; counted from 0.</summary>
    public int Position { get; set; }

    /// <summary>SamtaleType: the type of meeting that must be booked.</summary>
    public required int InterviewType { get; set; }

    /// <summary>Fristdato: the last day for booking, Danish calendar.</summary>
    public required DateOnly BookBy { get; set; }

    /// <summary>SidsteAfholdelsesdato: the last day on which the meeting may be held.</summary>
    public required DateOnly HoldBy { get; set; }

    /// <summary>The day on which the portal got it, Danish calendar: an absence that was over by then does not close it. Null where nobody noted it.</summary>
    public DateOnly? IssuedOn { get; set; }

    /// <summary>The booking that met it, kept also when that booking is cancelled later.</summary>
    public Guid? MetBy { get; set; }

    /// <summary>Closed by the authority for good. Every other status follows from the facts: <see cref="DeadlineState.StatusOf"/>.</summary>
    public bool AdministrativelyClosed { get; set; }
}
