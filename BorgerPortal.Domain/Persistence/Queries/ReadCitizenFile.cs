using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>A citizen with absences, deadlines, and the bookings that are not cancelled and start at an instant or later.</summary>
public sealed record ReadCitizenFile(CitizenKey Citizen, DateTimeOffset From) : Query<CitizenFile?>
{
    private const int ACitizen = 0;
    private const int AnAbsence = 1;
    private const int ADeadline = 2;
    private const int ABooking = 3;

    private const int ColumnsOfCitizen = 12;
    private const string NoCitizen = "NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL";

    // All of it is one SELECT: to a server each costs more than its few rows. The first part says what the columns are, for
    // PostgreSQL goes by that. Both databases look a value of their own up in an index; a join they may begin at its other end.
    private static readonly string Statement = $"""
        WITH me AS MATERIALIZED (SELECT * FROM citizens WHERE id = {CitizenKey.IdSql})
        SELECT {ACitizen}, id, personnummer_lookup, personnummer_cipher, given_names, surname, email, mobile, job_centre_code, contact_group,
               customer_number, dead, version,
               CAST(NULL AS bigint), CAST(NULL AS bigint), CAST(NULL AS integer), CAST(NULL AS integer), CAST(NULL AS date), CAST(NULL AS date),
               CAST(NULL AS uuid), CAST(NULL AS boolean), CAST(NULL AS timestamptz), CAST(NULL AS uuid), CAST(NULL AS integer), CAST(NULL AS timestamptz)
        FROM me
        UNION ALL
        SELECT {AnAbsence}, {NoCitizen}, a.id, a.citizen_id, a.position, a.type, a.first_day, a.last_day, NULL, NULL, NULL, NULL, NULL, NULL
        FROM absences AS a WHERE a.citizen_id = (SELECT id FROM me)
        UNION ALL
        SELECT {ADeadline}, {NoCitizen}, d.id, d.citizen_id, d.position, d.interview_type, d.book_by, d.hold_by, d.met_by, d.administratively_closed,
               (SELECT CASE WHEN b.state <> {(int)BookingState.Cancelled} THEN b.starts_at END FROM bookings AS b WHERE b.id = d.met_by), NULL, NULL, NULL
        FROM deadlines AS d WHERE d.citizen_id = (SELECT id FROM me)
        UNION ALL
        SELECT {ABooking}, {NoCitizen}, NULL, NULL, NULL, b.interview_type, NULL, NULL, b.id, NULL, b.starts_at, b.option_id, b.state, b.created_at
        FROM bookings AS b
        WHERE b.citizen_id = (SELECT id FROM me) AND b.state <> {(int)BookingState.Cancelled} AND (b.starts_at >= @from OR b.state IN ({(int)BookingState.Pending}, {(int)BookingState.Changing}))
        """;

    public override string Sql => Statement;

    public override void Bind(IWriteParameters parameters)
    {
        Citizen.Bind(parameters);
        parameters.Add("@from", From);
    }

    public override CitizenFile? Read(QueryRows rows)
    {
        Citizen? citizen = null;
        List<Absence> absences = [];
        List<DeadlineState> deadlines = [];
        List<CurrentBooking> bookings = [];
        rows.ForEach(row =>
        {
            var kind = row.Number();
            if (kind == ACitizen)
            {
                citizen = ReadCitizen(row);
                return;
            }

            row.Skip(ColumnsOfCitizen);
            switch (kind)
            {
                case AnAbsence:
                    absences.Add(ReadAbsence(row));
                    break;
                case ADeadline:
                    deadlines.Add(ReadDeadline(row));
                    break;
                case ABooking:
                    bookings.Add(ReadBooking(row));
                    break;
            }
        });
        return citizen is null ? null : new CitizenFile(
            citizen,
            [.. absences.OrderBy(absence => absence.Position)],
            [.. deadlines.OrderBy(state => state.Deadline.Position)],
            [.. bookings.OrderBy(booking => booking.Start)]);
    }

    private static Citizen ReadCitizen(QueryRows row) => new()
    {
        Id = row.LongNumber(),
        PersonnummerLookup = row.Bytes(),
        PersonnummerCipher = row.Bytes(),
        GivenNames = row.Text(),
        Surname = row.Text(),
        Email = row.TextOrNull(),
        Mobile = row.TextOrNull(),
        JobCentreCode = row.Text(),
        ContactGroup = row.Number(),
        CustomerNumber = row.TextOrNull(),
        Dead = row.Boolean(),
        Version = row.LongNumber(),
    };

    private static Absence ReadAbsence(QueryRows row) => new()
    {
        Id = row.LongNumber(),
        CitizenId = row.LongNumber(),
        Position = row.Number(),
        Type = row.Number(),
        From = row.Date(),
        To = row.DateOrNull(),
    };

    private static DeadlineState ReadDeadline(QueryRows row) => new(
        new Deadline
        {
            Id = row.LongNumber(),
            CitizenId = row.LongNumber(),
            Position = row.Number(),
            InterviewType = row.Number(),
            BookBy = row.Date(),
            HoldBy = row.Date(),
            MetBy = row.UniqueIdOrNull(),
            AdministrativelyClosed = row.Boolean(),
        },
        row.InstantOrNull());

    private static CurrentBooking ReadBooking(QueryRows row)
    {
        row.Skip(3);
        var interviewType = row.Number();
        row.Skip(2);
        var id = row.UniqueId();
        row.Skip(1);
        return new CurrentBooking(id, interviewType, row.Instant(), row.UniqueIdOrNull(), (BookingState)row.Number(), row.Instant());
    }
}
