using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>
/// The citizens of a jobcentre who have a deadline that nothing has met, with the absences of the day, and whom offers
/// name. No more is read of a citizen than whether an offer could be theirs.
/// </summary>
internal sealed record ReadOpenDeadlines(string JobCentreCode, DateOnly Today) : Query<OpenDeadlines>
{
    private static readonly string Statement = $"""
        SELECT c.id, c.contact_group, c.customer_number, c.dead, d.id, d.interview_type, d.book_by, d.hold_by
        FROM citizens AS c JOIN deadlines AS d ON d.citizen_id = c.id
        WHERE c.job_centre_code = @centre AND NOT d.administratively_closed
          AND NOT EXISTS (SELECT 1 FROM bookings AS b WHERE b.id = d.met_by AND b.state <> {(int)BookingState.Cancelled})
        ORDER BY c.id, d.position;

        SELECT a.citizen_id, a.type, a.first_day, a.last_day
        FROM citizens AS c JOIN absences AS a ON a.citizen_id = c.id
        WHERE c.job_centre_code = @centre AND a.first_day <= @today AND (a.last_day IS NULL OR a.last_day >= @today);

        SELECT l.citizen_id, l.option_id
        FROM options AS o JOIN option_citizens AS l ON l.option_id = o.id
        WHERE o.job_centre_code = @centre AND o.for_named_citizens
        """;

    public override string Sql => Statement;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@centre", JobCentreCode);
        parameters.Add("@today", Today);
    }

    public override OpenDeadlines Read(QueryRows rows)
    {
        var files = new List<CitizenFile>();
        var deadlines = new List<DeadlineState>();
        rows.ForEach(row =>
        {
            var citizen = ReadCitizen(row);
            if (files.Count == 0 || files[^1].Citizen.Id != citizen.Id)
            {
                deadlines = [];
                files.Add(new CitizenFile(citizen, [], deadlines, []));
            }

            deadlines.Add(ReadDeadline(row, citizen.Id));
        });
        var absences = rows.ToList(ReadAbsence).ToLookup(absence => absence.CitizenId);
        return new OpenDeadlines(
            files.ConvertAll(file => file with { Absences = [.. absences[file.Citizen.Id]] }),
            rows.ToList(row => (row.LongNumber(), row.UniqueId())).ToLookup(row => row.Item1, row => row.Item2));
    }

    private Citizen ReadCitizen(QueryRows row) => new()
    {
        Id = row.LongNumber(),
        PersonnummerLookup = [],
        PersonnummerCipher = [],
        GivenNames = "",
        Surname = "",
        JobCentreCode = JobCentreCode,
        ContactGroup = row.Number(),
        CustomerNumber = row.TextOrNull(),
        Dead = row.Boolean(),
    };

    private static DeadlineState ReadDeadline(QueryRows row, long citizenId) => new(
        new Deadline { CitizenId = citizenId, Id = row.LongNumber(), InterviewType = row.Number(), BookBy = row.Date(), HoldBy = row.Date() },
        MeetingStart: null);

    private static Absence ReadAbsence(QueryRows row) => new()
    {
        CitizenId = row.LongNumber(),
        Type = row.Number(),
        From = row.Date(),
        To = row.DateOrNull(),
    };
}

/// <summary>What was found.</summary>
/// <param name="Files">The citizens, with those of their deadlines that nothing has met; no bookings.</param>
/// <param name="Named">The offers that name a citizen, by the citizen.</param>
internal sealed record OpenDeadlines(IReadOnlyList<CitizenFile> Files, ILookup<long, Guid> Named);
