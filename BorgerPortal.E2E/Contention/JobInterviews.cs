using System.Globalization;

namespace BorgerPortal.E2E.Contention;

/// <summary>Times that one citizen asks for at once, of a kind of which a citizen has one at a time.</summary>
internal static class JobInterviews
{
    public const string CaseWorker = "RID-J-1";
    public const int InterviewType = 7;
    public const int Minutes = 10;

    public static readonly Guid Offer = Guid.ParseExact("5b1f6f0a-0200-4000-8000-000000000001", "D");

    /// <summary>Each at an hour of its own.</summary>
    public static readonly IReadOnlyList<string> Starts = [.. Enumerable.Range(0, 50).Select(number =>
        new DateTime(2027, 3, 8, 8, 0, 0, DateTimeKind.Unspecified).AddMinutes(Minutes * number).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture))];
}
