using BorgerPortal.Bench.CreateBooking;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence.Mappings;
using BorgerPortal.Domain.Persistence.PostgreSql;
using BorgerPortal.Domain.Security;
using Npgsql;
using NpgsqlTypes;

namespace BorgerPortal.Bench.Scale;

/// <summary>
/// Writes the country of <see cref="CountryFile"/> into a PostgreSQL database: citizens are copied in, all else the server
/// counts up itself. Foreign keys are not looked at meanwhile, and the exclusion constraint is made afterwards.
/// </summary>
internal static class CountryOnPostgreSql
{
    public static async Task MakeAsync(PostgreSqlSettings settings, KeyRing keys, Country country)
    {
        await new PostgreSqlStore(settings).MigrateAsync(CancellationToken.None);
        await using (var connection = settings.CreateConnection())
        {
            await connection.OpenAsync();
            await ExecuteAsync(connection, "SET session_replication_role = replica; ALTER TABLE occupancies DROP CONSTRAINT ex_occupancies");
            await ExecuteAsync(connection, $"""
                INSERT INTO job_centres (code, name) SELECT (10000 + c)::text, 'Jobcenter ' || (10000 + c) FROM generate_series(0, {country.JobCentres - 1}) AS c;
                """);
            await CopyCitizensAsync(connection, new PersonnummerVault(keys), country);
            await ExecuteAsync(connection, Rest(country), ("location", Conversions.ToJson(SeedFile.Location)!));
        }

        // Makes the constraint again.
        await new PostgreSqlStore(settings).MigrateAsync(CancellationToken.None);
        await using var last = settings.CreateConnection();
        await last.OpenAsync();
        await ExecuteAsync(last, "VACUUM ANALYZE");
        await ExecuteAsync(last, "CHECKPOINT");

        // As on a server that has run for a day.
        await ExecuteAsync(last, "CREATE EXTENSION pg_prewarm; SELECT pg_prewarm(oid) FROM pg_class WHERE relkind IN ('r', 'i') AND relnamespace = 'public'::regnamespace");
    }

    private static async Task CopyCitizensAsync(NpgsqlConnection connection, PersonnummerVault vault, Country country)
    {
        await using var rows = await connection.BeginBinaryImportAsync("""
            COPY citizens (id, personnummer_lookup, personnummer_cipher, given_names, surname, job_centre_code, contact_group, customer_number, dead, version)
            FROM STDIN (FORMAT BINARY)
            """);
        for (var number = 0; number < country.JobCentres * Country.CitizensEach; number++)
        {
            var (jobCentre, citizen) = Math.DivRem(number, Country.CitizensEach);
            var id = Country.CitizenId(jobCentre, citizen);
            _ = Personnummer.TryParse(SeedFile.PersonnummerOf(id), out var personnummer);
            await rows.StartRowAsync();
            await rows.WriteAsync(id, NpgsqlDbType.Bigint);
            await rows.WriteAsync(vault.Lookup(personnummer), NpgsqlDbType.Bytea);
            await rows.WriteAsync(vault.Encipher(personnummer), NpgsqlDbType.Bytea);
            await rows.WriteAsync("Anna", NpgsqlDbType.Text);
            await rows.WriteAsync("Berg", NpgsqlDbType.Text);
            await rows.WriteAsync(Country.CodeOf(jobCentre), NpgsqlDbType.Text);
            await rows.WriteAsync(1, NpgsqlDbType.Integer);
            await rows.WriteAsync("12345678", NpgsqlDbType.Text);
            await rows.WriteAsync(value: false, NpgsqlDbType.Boolean);
            await rows.WriteAsync(0L, NpgsqlDbType.Bigint);
        }

        await rows.CompleteAsync();
    }

    // o counts the offers of the country, t the times of an offer, w an offer's caseworkers, c the citizens.
    private static string Rest(Country country) => $"""
        CREATE FUNCTION pg_temp.start_of(t bigint) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
            SELECT timestamptz '{country.Today:yyyy-MM-dd} 07:00:00+00'
                + (floor(t / {Country.TimesPerDay}.0) + CASE WHEN t < 0 THEN 0 ELSE 1 END) * interval '1 day'
                + (t - floor(t / {Country.TimesPerDay}.0) * {Country.TimesPerDay}) * interval '{Country.DurationMinutes} minutes' $$;
        CREATE FUNCTION pg_temp.option_id(o bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
            SELECT (lpad(to_hex(o + 1), 8, '0') || '-4b1f-4000-8000-000000000001')::uuid $$;
        CREATE FUNCTION pg_temp.booking_id(n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
            SELECT (lpad(to_hex(n), 8, '0') || '-7c00-4000-8000-000000000002')::uuid $$;

        INSERT INTO case_workers (id, job_centre_code, identifier, given_name, surname, roles)
        SELECT w, (10000 + (w - 1) / {Country.OptionsEach * Country.CaseWorkersEach})::text, 'RID-' || w, 'Mette', 'Holm', 'laese'
        FROM generate_series(1::bigint, {country.JobCentres * Country.OptionsEach * Country.CaseWorkersEach}) AS w;

        INSERT INTO options (id, job_centre_code, active, contact_groups, for_named_citizens, interview_type, interview_form_type,
            contact_types, location, duration_minutes, title, allow_choice_of_supervisor, rebooking_possible, rebooking_deadline_hours,
            cancellation_possible, cancellation_deadline_hours, compulsory_attendance, show_case_worker, should_citizen_call, version)
        SELECT pg_temp.option_id(o), (10000 + o / {Country.OptionsEach})::text, true, '', false, {CountryFile.Type}, 1,
            '1,2', @location, {Country.DurationMinutes}, 'Samtale', true, true, 24, true, 24, true, true, false, 0
        FROM generate_series(0::bigint, {(country.JobCentres * Country.OptionsEach) - 1}) AS o;

        INSERT INTO option_case_workers (option_id, case_worker_id, position)
        SELECT pg_temp.option_id(o), o * {Country.CaseWorkersEach} + w + 1, w
        FROM generate_series(0::bigint, {(country.JobCentres * Country.OptionsEach) - 1}) AS o, generate_series(0, {Country.CaseWorkersEach - 1}) AS w;

        INSERT INTO timeslots (id, option_id, starts_at, contact_types, seats_taken)
        SELECT o * {Country.TimesEach} + t + 1, pg_temp.option_id(o), pg_temp.start_of(t), '1,2', 0
        FROM generate_series(0::bigint, {(country.JobCentres * Country.OptionsEach) - 1}) AS o, generate_series(0, {Country.TimesEach - 1}) AS t;

        INSERT INTO timeslot_case_workers (timeslot_id, case_worker_id, position)
        SELECT o * {Country.TimesEach} + t + 1, o * {Country.CaseWorkersEach} + w + 1, w
        FROM generate_series(0::bigint, {(country.JobCentres * Country.OptionsEach) - 1}) AS o,
            generate_series(0, {Country.TimesEach - 1}) AS t, generate_series(0, {Country.CaseWorkersEach - 1}) AS w;

        INSERT INTO deadlines (id, citizen_id, position, interview_type, book_by, hold_by, administratively_closed)
        SELECT c, c, 0, {CountryFile.Type}, date '{country.Today.AddDays(30):yyyy-MM-dd}', date '{country.Today.AddDays(400):yyyy-MM-dd}', false
        FROM generate_series(1::bigint, {country.JobCentres * Country.CitizensEach}) AS c;

        CREATE TEMP TABLE meetings AS
        SELECT pg_temp.booking_id(c * 2 + past) AS id, c AS citizen, (c - 1) / {Country.CitizensEach} AS centre,
            (c - 1) / {Country.CitizensEach} * {Country.OptionsEach} + (c - 1) % {Country.CitizensEach} % {Country.OptionsEach} AS o,
            pg_temp.start_of(CASE past WHEN 0 THEN t ELSE -1 - t END) AS start
        FROM (SELECT c, (c - 1) % {Country.CitizensEach} / {Country.OptionsEach} AS t FROM generate_series(1::bigint, {country.JobCentres * Country.CitizensEach}) AS c) AS who,
            generate_series(0, 1) AS past;

        INSERT INTO bookings (id, citizen_id, job_centre_code, option_id, case_worker_id, case_worker_choice, state, created_at, self_booked,
            accepted, citizen_should_accept, immediate_booking, originator_code, originator_type, starts_at, ends_at, duration_minutes,
            interview_type, interview_form_type, contact_type, title, rebooking_possible, cancellation_possible, compulsory_attendance,
            reference_interview, supervisor_given_name, supervisor_surname, supervisor_identifier, show_case_worker, participants)
        SELECT id, citizen, (10000 + centre)::text, pg_temp.option_id(o), o * {Country.CaseWorkersEach} + 1, true, 2, start, true,
            true, false, false, 10101, 1, start, start + interval '{Country.DurationMinutes} minutes', {Country.DurationMinutes},
            {CountryFile.Type}, 1, 1, 'Samtale', false, false, true,
            false, 'Mette', 'Holm', 'RID-' || (o * {Country.CaseWorkersEach} + 1), true, '[]'
        FROM meetings;

        INSERT INTO occupancies (case_worker_id, starts_at, ends_at, session)
        SELECT o * {Country.CaseWorkersEach} + 1, start, start + interval '{Country.DurationMinutes} minutes', id FROM meetings;
        """;

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, params (string Name, string Value)[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await command.ExecuteNonQueryAsync();
    }
}
