using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Persistence.Mappings;

namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>Writes down what a planner is about to be asked.</summary>
public sealed record InsertIntent(BookingIntent Intent) : Write
{
    public override string Sql => """
        INSERT INTO booking_intents
            (id, kind, booking_id, citizen_id, job_centre_code, step, reserve_request, confirm_request, release_request, asked_at, actor_kind, actor, next_try_at, tries)
        VALUES (@id, @kind, @booking, @citizen, @job_centre, @step, @reserve, @confirm, @release, @asked_at, @actor_kind, @actor, @next_try_at, 0)
        """;

    public override WriteRefusal? Refusal => null;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@id", Intent.Id);
        parameters.Add("@kind", (int)Intent.Kind);
        parameters.Add("@booking", Intent.BookingId);
        parameters.Add("@citizen", Intent.CitizenId);
        parameters.Add("@job_centre", Intent.JobCentreCode);
        parameters.Add("@step", (int)Intent.Step);
        parameters.Add("@reserve", Intent.ReserveRequest);
        parameters.Add("@confirm", Intent.ConfirmRequest);
        parameters.Add("@release", Intent.ReleaseRequest);
        parameters.Add("@asked_at", Intent.AskedAt);
        parameters.Add("@actor_kind", (int)Intent.ActorKind);
        parameters.Add("@actor", Intent.Actor);
        parameters.Add("@next_try_at", Intent.NextTryAt);
    }
}

/// <summary>Takes an intent from one step to another; one that somebody else has taken further is left alone.</summary>
public sealed record MoveIntent(Guid IntentId, IntentStep From, IntentStep To, DateTimeOffset NextTryAt) : Write
{
    public override string Sql =>
        "UPDATE booking_intents SET step = @to, next_try_at = @next_try_at, tries = 0 WHERE id = @id AND step = @from";

    public override WriteRefusal? Refusal => WriteRefusal.MovedOn;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@to", (int)To);
        parameters.Add("@next_try_at", NextTryAt);
        parameters.Add("@id", IntentId);
        parameters.Add("@from", (int)From);
    }
}

/// <summary>Takes an intent up for one try: of several portals that see it due, one gets it.</summary>
public sealed record ClaimIntent(BookingIntent Intent, DateTimeOffset NextTryAt) : Write
{
    public override string Sql => """
        UPDATE booking_intents SET tries = tries + 1, next_try_at = @next_try_at
        WHERE id = @id AND step = @step AND tries = @tries
        """;

    public override WriteRefusal? Refusal => WriteRefusal.MovedOn;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@next_try_at", NextTryAt);
        parameters.Add("@id", Intent.Id);
        parameters.Add("@step", (int)Intent.Step);
        parameters.Add("@tries", Intent.Tries);
    }
}

/// <summary>Keeps what the planner has assembled of a booking that is to be moved.</summary>
public sealed record KeepMove(Guid IntentId, MovedBooking Moved) : Write
{
    public override string Sql => "UPDATE booking_intents SET moved = @moved WHERE id = @id";

    public override WriteRefusal? Refusal => WriteRefusal.MovedOn;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@moved", Conversions.ToJson(Moved));
        parameters.Add("@id", IntentId);
    }
}

/// <summary>Lets the releases of a booking be that have not reached its planner.</summary>
public sealed record ForgetReleases(Guid BookingId) : Write
{
    public override string Sql => $"""
        UPDATE booking_intents SET step = {(int)IntentStep.Settled} WHERE booking_id = @booking AND step = {(int)IntentStep.Releasing}
        """;

    public override WriteRefusal? Refusal => null;

    public override void Bind(IWriteParameters parameters) => parameters.Add("@booking", BookingId);
}
