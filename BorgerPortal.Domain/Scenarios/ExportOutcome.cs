namespace BorgerPortal.Domain.Scenarios;

/// <summary>What an export wrote, and what it left out.</summary>
/// <param name="Written">Rows of the file.</param>
/// <param name="PendingBookings">Bookings whose outcome is not known yet: a file has no word for them.</param>
/// <param name="BookingsOfOtherPlanners">Bookings whose caseworker is that of a planner which is a system of its own: a file cannot name them.</param>
public sealed record ExportOutcome(ImportCounts Written, int PendingBookings, int BookingsOfOtherPlanners);
