using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BorgerPortal.Domain.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor_kind = table.Column<int>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: true),
                    citizen_id = table.Column<long>(type: "INTEGER", nullable: true),
                    job_centre_code = table.Column<string>(type: "TEXT", nullable: true),
                    operation = table.Column<string>(type: "TEXT", nullable: false),
                    option_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    codes = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "daily_runs",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    claim = table.Column<Guid>(type: "TEXT", nullable: false),
                    claimed_until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_daily_runs", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "error_reports",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    job_centre_code = table.Column<string>(type: "TEXT", nullable: false),
                    citizen_id = table.Column<long>(type: "INTEGER", nullable: true),
                    option_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    code = table.Column<int>(type: "INTEGER", nullable: false),
                    origin = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    filed_by_portal = table.Column<bool>(type: "INTEGER", nullable: false),
                    handled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    forward_request = table.Column<string>(type: "TEXT", maxLength: 46, nullable: true),
                    forward_at = table.Column<long>(type: "INTEGER", nullable: true),
                    forward_tries = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_error_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "job_centres",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_centres", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "log_in_sessions",
                columns: table => new
                {
                    id_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    subject_id = table.Column<long>(type: "INTEGER", nullable: false),
                    job_centre_code = table.Column<string>(type: "TEXT", nullable: true),
                    begun_at = table.Column<long>(type: "INTEGER", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    end_reason = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_log_in_sessions", x => x.id_hash);
                });

            migrationBuilder.CreateTable(
                name: "outbox_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    citizen_id = table.Column<long>(type: "INTEGER", nullable: false),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: true),
                    queued_at = table.Column<long>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_notices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stored_answers",
                columns: table => new
                {
                    client = table.Column<string>(type: "TEXT", nullable: false),
                    operation = table.Column<string>(type: "TEXT", nullable: false),
                    request_id = table.Column<string>(type: "TEXT", maxLength: 46, nullable: false),
                    payload_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    pending = table.Column<bool>(type: "INTEGER", nullable: false),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    errors = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_answers", x => new { x.client, x.operation, x.request_id });
                });

            migrationBuilder.CreateTable(
                name: "case_workers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    job_centre_code = table.Column<string>(type: "TEXT", nullable: false),
                    identifier = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    given_name = table.Column<string>(type: "TEXT", nullable: false),
                    middle_name = table.Column<string>(type: "TEXT", nullable: true),
                    surname = table.Column<string>(type: "TEXT", nullable: false),
                    roles = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_workers", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_workers_job_centres_job_centre_code",
                        column: x => x.job_centre_code,
                        principalTable: "job_centres",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "citizens",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    personnummer_lookup = table.Column<byte[]>(type: "BLOB", nullable: false),
                    personnummer_cipher = table.Column<byte[]>(type: "BLOB", nullable: false),
                    given_names = table.Column<string>(type: "TEXT", nullable: false),
                    surname = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    mobile = table.Column<string>(type: "TEXT", nullable: true),
                    job_centre_code = table.Column<string>(type: "TEXT", nullable: false),
                    contact_group = table.Column<int>(type: "INTEGER", nullable: false),
                    customer_number = table.Column<string>(type: "TEXT", nullable: true),
                    dead = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_citizens", x => x.id);
                    table.ForeignKey(
                        name: "fk_citizens_job_centres_job_centre_code",
                        column: x => x.job_centre_code,
                        principalTable: "job_centres",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "options",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    job_centre_code = table.Column<string>(type: "TEXT", nullable: false),
                    active = table.Column<bool>(type: "INTEGER", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    contact_groups = table.Column<string>(type: "TEXT", nullable: false),
                    for_named_citizens = table.Column<bool>(type: "INTEGER", nullable: false),
                    interview_type = table.Column<int>(type: "INTEGER", nullable: false),
                    interview_form_type = table.Column<int>(type: "INTEGER", nullable: false),
                    contact_types = table.Column<string>(type: "TEXT", nullable: false),
                    location = table.Column<string>(type: "TEXT", nullable: true),
                    duration_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    first_timeslot = table.Column<long>(type: "INTEGER", nullable: true),
                    last_timeslot = table.Column<long>(type: "INTEGER", nullable: true),
                    allow_choice_of_supervisor = table.Column<bool>(type: "INTEGER", nullable: false),
                    rebooking_possible = table.Column<bool>(type: "INTEGER", nullable: false),
                    rebooking_deadline_hours = table.Column<int>(type: "INTEGER", nullable: true),
                    rebooking_deadline = table.Column<long>(type: "INTEGER", nullable: true),
                    cancellation_possible = table.Column<bool>(type: "INTEGER", nullable: false),
                    cancellation_deadline_hours = table.Column<int>(type: "INTEGER", nullable: true),
                    cancellation_deadline = table.Column<long>(type: "INTEGER", nullable: true),
                    compulsory_attendance = table.Column<bool>(type: "INTEGER", nullable: false),
                    show_case_worker = table.Column<bool>(type: "INTEGER", nullable: false),
                    should_citizen_call = table.Column<bool>(type: "INTEGER", nullable: false),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    digital_contact = table.Column<string>(type: "TEXT", nullable: true),
                    print_comment = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_options", x => x.id);
                    table.ForeignKey(
                        name: "fk_options_job_centres_job_centre_code",
                        column: x => x.job_centre_code,
                        principalTable: "job_centres",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "occupancies",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    case_worker_id = table.Column<long>(type: "INTEGER", nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false),
                    session = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_occupancies", x => x.id);
                    table.ForeignKey(
                        name: "fk_occupancies_case_workers_case_worker_id",
                        column: x => x.case_worker_id,
                        principalTable: "case_workers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "absences",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    citizen_id = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    type = table.Column<int>(type: "INTEGER", nullable: false),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absences", x => x.id);
                    table.ForeignKey(
                        name: "fk_absences_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "booking_intents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    citizen_id = table.Column<long>(type: "INTEGER", nullable: false),
                    job_centre_code = table.Column<string>(type: "TEXT", nullable: false),
                    step = table.Column<int>(type: "INTEGER", nullable: false),
                    reserve_request = table.Column<string>(type: "TEXT", maxLength: 46, nullable: false),
                    confirm_request = table.Column<string>(type: "TEXT", maxLength: 46, nullable: false),
                    release_request = table.Column<string>(type: "TEXT", maxLength: 46, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor_kind = table.Column<int>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: true),
                    next_try_at = table.Column<long>(type: "INTEGER", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    moved = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_booking_intents", x => x.id);
                    table.ForeignKey(
                        name: "fk_booking_intents_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bookings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    citizen_id = table.Column<long>(type: "INTEGER", nullable: false),
                    job_centre_code = table.Column<string>(type: "TEXT", nullable: false),
                    option_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    case_worker_id = table.Column<long>(type: "INTEGER", nullable: true),
                    case_worker_choice = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    self_booked = table.Column<bool>(type: "INTEGER", nullable: false),
                    accepted = table.Column<bool>(type: "INTEGER", nullable: false),
                    citizen_should_accept = table.Column<bool>(type: "INTEGER", nullable: false),
                    immediate_booking = table.Column<bool>(type: "INTEGER", nullable: false),
                    moves = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 0),
                    cancellation_deadline = table.Column<long>(type: "INTEGER", nullable: true),
                    cancellation_possible = table.Column<bool>(type: "INTEGER", nullable: false),
                    compulsory_attendance = table.Column<bool>(type: "INTEGER", nullable: false),
                    contact_type = table.Column<int>(type: "INTEGER", nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    digital_contact = table.Column<string>(type: "TEXT", nullable: true),
                    duration_minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: true),
                    interview_form_type = table.Column<int>(type: "INTEGER", nullable: false),
                    interview_type = table.Column<int>(type: "INTEGER", nullable: false),
                    location = table.Column<string>(type: "TEXT", nullable: true),
                    more_authorities = table.Column<bool>(type: "INTEGER", nullable: true),
                    originator_code = table.Column<int>(type: "INTEGER", nullable: false),
                    originator_type = table.Column<int>(type: "INTEGER", nullable: false),
                    participants = table.Column<string>(type: "TEXT", nullable: false),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    print_comment = table.Column<string>(type: "TEXT", nullable: true),
                    rebooking_deadline = table.Column<long>(type: "INTEGER", nullable: true),
                    rebooking_possible = table.Column<bool>(type: "INTEGER", nullable: false),
                    reference_interview = table.Column<bool>(type: "INTEGER", nullable: false),
                    should_citizen_call = table.Column<bool>(type: "INTEGER", nullable: true),
                    show_case_worker = table.Column<bool>(type: "INTEGER", nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    unemployment_fund_participation = table.Column<bool>(type: "INTEGER", nullable: true),
                    supervisor_given_name = table.Column<string>(type: "TEXT", nullable: false),
                    supervisor_identifier = table.Column<string>(type: "TEXT", nullable: false),
                    supervisor_middle_name = table.Column<string>(type: "TEXT", nullable: true),
                    supervisor_surname = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bookings", x => x.id);
                    table.ForeignKey(
                        name: "fk_bookings_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deadlines",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    citizen_id = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    interview_type = table.Column<int>(type: "INTEGER", nullable: false),
                    book_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    hold_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    met_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    administratively_closed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deadlines", x => x.id);
                    table.ForeignKey(
                        name: "fk_deadlines_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "evidence_receipts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    citizen_id = table.Column<long>(type: "INTEGER", nullable: false),
                    job_centre_code = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    interview_type = table.Column<int>(type: "INTEGER", nullable: true),
                    book_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    hold_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answers = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_receipts", x => x.id);
                    table.ForeignKey(
                        name: "fk_evidence_receipts_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exclusive_kinds",
                columns: table => new
                {
                    citizen_id = table.Column<long>(type: "INTEGER", nullable: false),
                    interview_type = table.Column<int>(type: "INTEGER", nullable: false),
                    start_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exclusive_kinds", x => new { x.citizen_id, x.interview_type });
                    table.ForeignKey(
                        name: "fk_exclusive_kinds_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "option_case_workers",
                columns: table => new
                {
                    option_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_worker_id = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_option_case_workers", x => new { x.option_id, x.case_worker_id });
                    table.ForeignKey(
                        name: "fk_option_case_workers_case_workers_case_worker_id",
                        column: x => x.case_worker_id,
                        principalTable: "case_workers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_option_case_workers_options_option_id",
                        column: x => x.option_id,
                        principalTable: "options",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "option_citizens",
                columns: table => new
                {
                    option_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    citizen_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_option_citizens", x => new { x.option_id, x.citizen_id });
                    table.ForeignKey(
                        name: "fk_option_citizens_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_option_citizens_options_option_id",
                        column: x => x.option_id,
                        principalTable: "options",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "timeslots",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    option_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: false),
                    contact_types = table.Column<string>(type: "TEXT", nullable: false),
                    total_seats = table.Column<int>(type: "INTEGER", nullable: true),
                    seats_taken = table.Column<int>(type: "INTEGER", nullable: false),
                    session = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timeslots", x => x.id);
                    table.CheckConstraint("ck_timeslots_seats", "seats_taken >= 0 AND (total_seats IS NULL OR seats_taken <= total_seats)");
                    table.ForeignKey(
                        name: "fk_timeslots_options_option_id",
                        column: x => x.option_id,
                        principalTable: "options",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_handlings",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    report_id = table.Column<long>(type: "INTEGER", nullable: true),
                    receipt_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    case_worker_id = table.Column<long>(type: "INTEGER", nullable: false),
                    step = table.Column<int>(type: "INTEGER", nullable: false),
                    taken_by = table.Column<long>(type: "INTEGER", nullable: true),
                    is_handled = table.Column<bool>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_handlings", x => x.id);
                    table.CheckConstraint("ck_work_handlings_case", "(report_id IS NULL) <> (receipt_id IS NULL)");
                    table.ForeignKey(
                        name: "fk_work_handlings_error_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "error_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_work_handlings_evidence_receipts_receipt_id",
                        column: x => x.receipt_id,
                        principalTable: "evidence_receipts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "timeslot_case_workers",
                columns: table => new
                {
                    timeslot_id = table.Column<long>(type: "INTEGER", nullable: false),
                    case_worker_id = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timeslot_case_workers", x => new { x.timeslot_id, x.case_worker_id });
                    table.ForeignKey(
                        name: "fk_timeslot_case_workers_case_workers_case_worker_id",
                        column: x => x.case_worker_id,
                        principalTable: "case_workers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_timeslot_case_workers_timeslots_timeslot_id",
                        column: x => x.timeslot_id,
                        principalTable: "timeslots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_absences_citizen_id_position",
                table: "absences",
                columns: new[] { "citizen_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_citizen_id_at",
                table: "audit_entries",
                columns: new[] { "citizen_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_booking_intents_booking_id",
                table: "booking_intents",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "ix_booking_intents_citizen_id",
                table: "booking_intents",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_booking_intents_next_try_at",
                table: "booking_intents",
                column: "next_try_at",
                filter: "step <> 5");

            migrationBuilder.CreateIndex(
                name: "ix_bookings_citizen_id",
                table: "bookings",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_workers_job_centre_code_identifier",
                table: "case_workers",
                columns: new[] { "job_centre_code", "identifier" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_citizens_job_centre_code",
                table: "citizens",
                column: "job_centre_code");

            migrationBuilder.CreateIndex(
                name: "ix_citizens_personnummer_lookup",
                table: "citizens",
                column: "personnummer_lookup",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deadlines_citizen_id_position",
                table: "deadlines",
                columns: new[] { "citizen_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deadlines_met_by",
                table: "deadlines",
                column: "met_by");

            migrationBuilder.CreateIndex(
                name: "ix_error_reports_forward_at",
                table: "error_reports",
                column: "forward_at",
                filter: "forward_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_error_reports_job_centre_code_at",
                table: "error_reports",
                columns: new[] { "job_centre_code", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_error_reports_job_centre_code_at1",
                table: "error_reports",
                columns: new[] { "job_centre_code", "at" },
                filter: "handled_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_error_reports_option_id_code",
                table: "error_reports",
                columns: new[] { "option_id", "code" },
                unique: true,
                filter: "filed_by_portal AND handled_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_receipts_citizen_id",
                table: "evidence_receipts",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_receipts_job_centre_code_at",
                table: "evidence_receipts",
                columns: new[] { "job_centre_code", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_log_in_sessions_begun_at",
                table: "log_in_sessions",
                column: "begun_at");

            migrationBuilder.CreateIndex(
                name: "ix_occupancies_case_worker_id_starts_at_ends_at_session",
                table: "occupancies",
                columns: new[] { "case_worker_id", "starts_at", "ends_at", "session" });

            migrationBuilder.CreateIndex(
                name: "ix_occupancies_session",
                table: "occupancies",
                column: "session");

            migrationBuilder.CreateIndex(
                name: "ix_option_case_workers_case_worker_id",
                table: "option_case_workers",
                column: "case_worker_id");

            migrationBuilder.CreateIndex(
                name: "ix_option_citizens_citizen_id",
                table: "option_citizens",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_options_job_centre_code",
                table: "options",
                column: "job_centre_code");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_notices_booking_id_starts_at",
                table: "outbox_notices",
                columns: new[] { "booking_id", "starts_at" },
                unique: true,
                filter: "starts_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_notices_queued_at",
                table: "outbox_notices",
                column: "queued_at",
                filter: "sent_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_stored_answers_answered_at",
                table: "stored_answers",
                column: "answered_at");

            migrationBuilder.CreateIndex(
                name: "ix_stored_answers_booking_id",
                table: "stored_answers",
                column: "booking_id",
                filter: "pending");

            migrationBuilder.CreateIndex(
                name: "ix_timeslot_case_workers_case_worker_id",
                table: "timeslot_case_workers",
                column: "case_worker_id");

            migrationBuilder.CreateIndex(
                name: "ix_timeslots_option_id_starts_at",
                table: "timeslots",
                columns: new[] { "option_id", "starts_at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_handlings_receipt_id_number",
                table: "work_handlings",
                columns: new[] { "receipt_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_handlings_report_id_number",
                table: "work_handlings",
                columns: new[] { "report_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absences");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "booking_intents");

            migrationBuilder.DropTable(
                name: "bookings");

            migrationBuilder.DropTable(
                name: "daily_runs");

            migrationBuilder.DropTable(
                name: "deadlines");

            migrationBuilder.DropTable(
                name: "exclusive_kinds");

            migrationBuilder.DropTable(
                name: "log_in_sessions");

            migrationBuilder.DropTable(
                name: "occupancies");

            migrationBuilder.DropTable(
                name: "option_case_workers");

            migrationBuilder.DropTable(
                name: "option_citizens");

            migrationBuilder.DropTable(
                name: "outbox_notices");

            migrationBuilder.DropTable(
                name: "stored_answers");

            migrationBuilder.DropTable(
                name: "timeslot_case_workers");

            migrationBuilder.DropTable(
                name: "work_handlings");

            migrationBuilder.DropTable(
                name: "case_workers");

            migrationBuilder.DropTable(
                name: "timeslots");

            migrationBuilder.DropTable(
                name: "error_reports");

            migrationBuilder.DropTable(
                name: "evidence_receipts");

            migrationBuilder.DropTable(
                name: "options");

            migrationBuilder.DropTable(
                name: "citizens");

            migrationBuilder.DropTable(
                name: "job_centres");
        }
    }
}
