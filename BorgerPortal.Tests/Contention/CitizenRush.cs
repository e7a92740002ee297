using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Support;

namespace BorgerPortal.Tests.Contention;

/// <summary>One citizen, 50 job interviews asked for at once, each at a free time of its own.</summary>
internal static class CitizenRush
{
    public const int Callers = 50;

    private static readonly DateTimeOffset First = World.Danish(2027, 3, 8, 8);

    public static async Task<RushReport> ForJobInterviewsAsync(Func<Write, bool>? keeps = null)
    {
        await using var rush = await Rush.PrepareAsync(Callers, keeps);
        var worker = await rush.World.AddCaseWorkerAsync("RID-1");
        var option = await rush.World.AddOptionAsync([worker], option =>
        {
            option.InterviewType = InterviewType.JobInterview;
            option.DurationMinutes = 10;
        });
        var starts = Enumerable.Range(0, Callers).Select(number => First.AddMinutes(10 * number)).ToList();
        foreach (var start in starts)
        {
            await rush.World.AddTimeslotAsync(option, start, [worker]);
        }

        var citizen = await rush.World.AddCitizenAsync();
        await rush.AddDeadlineAsync(citizen, option.InterviewType);
        return await rush.RunAsync(
            starts.Select(start => new CreateBookingRequest(CitizenReference.ById(citizen.Id), option.Id, start, ContactType.Personal)),
            seats: 1,
            Errors.JobInterviewAlreadyBooked);
    }
}
