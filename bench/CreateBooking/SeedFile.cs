using System.Globalization;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence.Mappings;
using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Security;
using Microsoft.Data.Sqlite;

namespace BorgerPortal.Bench.CreateBooking;

/// <summary>The database that every program begins with: the portal's own schema and guards, and who and what can be booked.</summary>
internal static class SeedFile
{
    public const string JobCentre = "10101";
    public const string Title = "Jobsamtale";

    public static readonly InterviewLocation Location = new()
    {
        Description = "Mødelokale 2",
        Address = new Address
        {
            StreetName = "Værkmestergade",
            StreetBuildingIdentifier = "5",
            PostCodeIdentifier = "8000",
            DistrictName = "Aarhus C",
        },
    };

    /// <summary>A personnummer that nobody has: born in 2050.</summary>
    public static string PersonnummerOf(long citizen) =>
        new DateOnly(2050, 1, 1).AddDays((int)(citizen % 365)).ToString("ddMMyy", CultureInfo.InvariantCulture)
        + (5000 + (citizen / 365)).ToString(CultureInfo.InvariantCulture);

    public static async Task MakeAsync(SqliteSettings settings, KeyRing keys, Schedule schedule, int bookings)
    {
        using (var store = new SqliteStore(settings))
        {
            await store.OpenAsync(CancellationToken.None);
        }

        await using var connection = settings.OpenWriter();
        using var begin = Statement.Plain(connection, "BEGIN");
        using var commit = Statement.Plain(connection, "COMMIT");
        begin.Execute();
        AddOptions(connection, schedule);
        AddCitizens(connection, new PersonnummerVault(keys), schedule, bookings);
        AddTimes(connection, schedule, bookings);
        commit.Execute();
    }

    private static void AddOptions(SqliteConnection connection, Schedule schedule)
    {
        using var centre = Statement.Insert(connection, "job_centres", "code", "name");
        using var worker = Statement.Insert(
            connection, "case_workers", "id", "job_centre_code", "identifier", "given_name", "surname", "roles");
        using var option = Statement.Insert(
            connection,
            "options",
            ["id", "job_centre_code", "active", "contact_groups", "for_named_citizens", "interview_type", "interview_form_type",
                "contact_types", "location", "duration_minutes", "title", "allow_choice_of_supervisor", "rebooking_possible",
                "rebooking_deadline_hours", "cancellation_possible", "cancellation_deadline_hours", "compulsory_attendance",
                "show_case_worker", "should_citizen_call", "version"]);
        using var link = Statement.Insert(connection, "option_case_workers", "option_id", "case_worker_id", "position");

        centre.Execute(JobCentre, "Jobcenter Aarhus");
        for (var number = 0; number < Schedule.Options; number++)
        {
            var id = Schedule.OptionId(number);
            option.Execute(
                id, JobCentre, 1, "", 0, InterviewType.JobInterview, InterviewFormType.Individual, "1,2", Conversions.ToJson(Location)!,
                Schedule.DurationMinutes, Title, 1, 1, 24, 1, 24, 1, 1, 0, 0);
            for (var position = 0; position < Schedule.CaseWorkersPerOption; position++)
            {
                var caseWorker = Schedule.CaseWorkerOf(number, position);
                worker.Execute(caseWorker, JobCentre, $"RID-{caseWorker}", "Mette", "Holm", "laese");
                link.Execute(id, caseWorker, position);
            }
        }
    }

    private static void AddCitizens(SqliteConnection connection, PersonnummerVault vault, Schedule schedule, int bookings)
    {
        using var citizen = Statement.Insert(
            connection,
            "citizens",
            ["id", "personnummer_lookup", "personnummer_cipher", "given_names", "surname", "job_centre_code", "contact_group",
                "customer_number", "dead", "version"]);
        using var deadline = Statement.Insert(
            connection, "deadlines", "id", "citizen_id", "position", "interview_type", "book_by", "hold_by", "administratively_closed");
        for (var booking = 0; booking < bookings; booking++)
        {
            var id = Schedule.CitizenOf(booking);
            _ = Personnummer.TryParse(PersonnummerOf(id), out var personnummer);
            citizen.Execute(
                id, vault.Lookup(personnummer), vault.Encipher(personnummer), "Anna", "Berg", JobCentre, 1, "12345678", 0, 0);
            deadline.Execute(id, id, 0, InterviewType.JobInterview, schedule.Today.AddDays(30), schedule.Today.AddDays(400), 0);
        }
    }

    private static void AddTimes(SqliteConnection connection, Schedule schedule, int bookings)
    {
        using var timeslot = Statement.Insert(
            connection, "timeslots", "id", "option_id", "starts_at", "contact_types", "seats_taken");
        using var link = Statement.Insert(connection, "timeslot_case_workers", "timeslot_id", "case_worker_id", "position");
        for (var booking = 0; booking < bookings; booking++)
        {
            var option = Schedule.OptionOf(booking);
            timeslot.Execute(booking + 1, Schedule.OptionId(option), schedule.StartOf(booking).ToUnixTimeMilliseconds(), "1,2", 0);
            for (var position = 0; position < Schedule.CaseWorkersPerOption; position++)
            {
                link.Execute(booking + 1, Schedule.CaseWorkerOf(option, position), position);
            }
        }
    }
}
