using BorgerPortal.Bench.CreateBooking;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence.Mappings;
using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.Domain.Security;
using Microsoft.Data.Sqlite;

namespace BorgerPortal.Bench.Scale;

/// <summary>Writes a country into a new database, with the portal's own schema and guards.</summary>
internal sealed class CountryFile(SqliteConnection connection, PersonnummerVault vault, Country country) : IDisposable
{
    public const int Type = 12;

    private readonly Statement _centre = Statement.Insert(connection, "job_centres", "code", "name");
    private readonly Statement _worker = Statement.Insert(
        connection, "case_workers", "id", "job_centre_code", "identifier", "given_name", "surname", "roles");
    private readonly Statement _option = Statement.Insert(
        connection,
        "options",
        ["id", "job_centre_code", "active", "contact_groups", "for_named_citizens", "interview_type", "interview_form_type",
            "contact_types", "location", "duration_minutes", "title", "allow_choice_of_supervisor", "rebooking_possible",
            "rebooking_deadline_hours", "cancellation_possible", "cancellation_deadline_hours", "compulsory_attendance",
            "show_case_worker", "should_citizen_call", "version"]);
    private readonly Statement _optionWorker = Statement.Insert(connection, "option_case_workers", "option_id", "case_worker_id", "position");
    private readonly Statement _citizen = Statement.Insert(
        connection,
        "citizens",
        ["id", "personnummer_lookup", "personnummer_cipher", "given_names", "surname", "job_centre_code", "contact_group",
            "customer_number", "dead", "version"]);
    private readonly Statement _deadline = Statement.Insert(
        connection, "deadlines", "id", "citizen_id", "position", "interview_type", "book_by", "hold_by", "administratively_closed");
    private readonly Statement _timeslot = Statement.Insert(connection, "timeslots", "id", "option_id", "starts_at", "contact_types", "seats_taken");
    private readonly Statement _timeslotWorker = Statement.Insert(connection, "timeslot_case_workers", "timeslot_id", "case_worker_id", "position");
    private readonly Statement _booking = Statement.Insert(
        connection,
        "bookings",
        ["id", "citizen_id", "job_centre_code", "option_id", "case_worker_id", "case_worker_choice", "state", "created_at", "self_booked",
            "accepted", "citizen_should_accept", "immediate_booking", "originator_code", "originator_type", "starts_at", "ends_at",
            "duration_minutes", "interview_type", "interview_form_type", "contact_type", "title", "rebooking_possible",
            "cancellation_possible", "compulsory_attendance", "reference_interview", "supervisor_given_name", "supervisor_surname",
            "supervisor_identifier", "show_case_worker", "participants"]);
    private readonly Statement _occupancy = Statement.Insert(connection, "occupancies", "case_worker_id", "starts_at", "ends_at", "session");

    public static async Task MakeAsync(SqliteSettings settings, KeyRing keys, Country country)
    {
        using (var store = new SqliteStore(settings))
        {
            await store.OpenAsync(CancellationToken.None);
        }

        await using var connection = settings.OpenWriter();
        using var begin = Statement.Plain(connection, "BEGIN");
        using var commit = Statement.Plain(connection, "COMMIT");
        begin.Execute();
        using (var file = new CountryFile(connection, new PersonnummerVault(keys), country))
        {
            for (var jobCentre = 0; jobCentre < country.JobCentres; jobCentre++)
            {
                file.AddJobCentre(jobCentre);
            }
        }

        commit.Execute();
    }

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_centre, _worker, _option, _optionWorker, _citizen, _deadline, _timeslot, _timeslotWorker, _booking, _occupancy])
        {
            statement.Dispose();
        }
    }

    private void AddJobCentre(int jobCentre)
    {
        var code = Country.CodeOf(jobCentre);
        _centre.Execute(code, "Jobcenter " + code);
        for (var option = 0; option < Country.OptionsEach; option++)
        {
            AddOption(jobCentre, code, option);
        }

        for (var citizen = 0; citizen < Country.CitizensEach; citizen++)
        {
            AddCitizen(jobCentre, code, citizen);
        }
    }

    private void AddOption(int jobCentre, string code, int option)
    {
        var id = Country.OptionId(jobCentre, option);
        _option.Execute(
            id, code, 1, "", 0, Type, 1, "1,2", Conversions.ToJson(SeedFile.Location)!, Country.DurationMinutes, "Samtale", 1, 1, 24, 1, 24, 1, 1, 0, 0);
        for (var position = 0; position < Country.CaseWorkersEach; position++)
        {
            var worker = Country.CaseWorkerId(jobCentre, option, position);
            _worker.Execute(worker, code, $"RID-{worker}", "Mette", "Holm", "laese");
            _optionWorker.Execute(id, worker, position);
        }

        for (var time = 0; time < Country.TimesEach; time++)
        {
            var timeslot = (((((long)jobCentre * Country.OptionsEach) + option) * Country.TimesEach) + time) + 1;
            _timeslot.Execute(timeslot, id, country.StartOf(time).ToUnixTimeMilliseconds(), "1,2", 0);
            for (var position = 0; position < Country.CaseWorkersEach; position++)
            {
                _timeslotWorker.Execute(timeslot, Country.CaseWorkerId(jobCentre, option, position), position);
            }
        }
    }

    /// <summary>Each citizen has a deadline, a meeting that was held and one that is to come.</summary>
    private void AddCitizen(int jobCentre, string code, int citizen)
    {
        var id = Country.CitizenId(jobCentre, citizen);
        _ = Personnummer.TryParse(SeedFile.PersonnummerOf(id), out var personnummer);
        _citizen.Execute(id, vault.Lookup(personnummer), vault.Encipher(personnummer), "Anna", "Berg", code, 1, "12345678", 0, 0);
        _deadline.Execute(id, id, 0, Type, country.Today.AddDays(30), country.Today.AddDays(400), 0);
        var (time, option) = Math.DivRem(citizen, Country.OptionsEach);
        AddBooking(Country.BookingId(id * 2), id, jobCentre, code, option, time);
        AddBooking(Country.BookingId((id * 2) + 1), id, jobCentre, code, option, -1 - time);
    }

    private void AddBooking(Guid booking, long citizen, int jobCentre, string code, int option, int time)
    {
        var start = country.StartOf(time);
        var (from, to) = (start.ToUnixTimeMilliseconds(), start.AddMinutes(Country.DurationMinutes).ToUnixTimeMilliseconds());
        var worker = Country.CaseWorkerId(jobCentre, option, 0);
        _booking.Execute(
            booking, citizen, code, Country.OptionId(jobCentre, option), worker, 1, 2, from, 1, 1, 0, 0, 10101, 1, from, to,
            Country.DurationMinutes, Type, 1, 1, "Samtale", 0, 0, 1, 0, "Mette", "Holm", $"RID-{worker}", 1, "[]");
        _occupancy.Execute(worker, from, to, booking);
    }
}
