using BorgerPortal.Domain.Daily;

namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>Takes the daily job up for a day that is not done, where nobody is at it: of several portals one gets it.</summary>
public sealed record ClaimDailyRun(DailyTurn Turn, DateTimeOffset Now, DateTimeOffset Until) : Write
{
    public override string Sql => $"""
        INSERT INTO daily_runs (name, done_on, claim, claimed_until) VALUES ('{DailyRun.TheOne}', @never, @claim, @until)
        ON CONFLICT (name) DO UPDATE SET claim = excluded.claim, claimed_until = excluded.claimed_until
        WHERE daily_runs.done_on < @day AND daily_runs.claimed_until <= @now
        """;

    public override WriteRefusal? Refusal => WriteRefusal.MovedOn;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@never", DateOnly.MinValue);
        parameters.Add("@claim", Turn.Claim);
        parameters.Add("@until", Until);
        parameters.Add("@day", Turn.Day);
        parameters.Add("@now", Now);
    }
}

/// <summary>The turn is still this portal's, and is prolonged.</summary>
public sealed record HoldDailyRun(DailyTurn Turn, DateTimeOffset Until) : Write
{
    public override string Sql => $"UPDATE daily_runs SET claimed_until = @until WHERE name = '{DailyRun.TheOne}' AND claim = @claim";

    public override WriteRefusal? Refusal => WriteRefusal.MovedOn;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@until", Until);
        parameters.Add("@claim", Turn.Claim);
    }
}

/// <summary>The day is done.</summary>
public sealed record FinishDailyRun(DailyTurn Turn) : Write
{
    public override string Sql => $"UPDATE daily_runs SET done_on = @day WHERE name = '{DailyRun.TheOne}' AND claim = @claim";

    public override WriteRefusal? Refusal => WriteRefusal.MovedOn;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@day", Turn.Day);
        parameters.Add("@claim", Turn.Claim);
    }
}

/// <summary>The turn is over, whether or not the day is done.</summary>
public sealed record LetGoDailyRun(DailyTurn Turn, DateTimeOffset Now) : Write
{
    public override string Sql => $"UPDATE daily_runs SET claimed_until = @now WHERE name = '{DailyRun.TheOne}' AND claim = @claim";

    public override WriteRefusal? Refusal => null;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@now", Now);
        parameters.Add("@claim", Turn.Claim);
    }
}
