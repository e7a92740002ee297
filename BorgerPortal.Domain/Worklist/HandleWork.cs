using BorgerPortal.Domain.CaseWorkers;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Security;

namespace BorgerPortal.Domain.Worklist;

/// <summary>What a caseworker wants to do with a case.</summary>
/// <param name="Desk">Who.</param>
/// <param name="Key">With which case.</param>
/// <param name="Seen">How many steps it had when they looked: nobody does anything on top of what they have not seen.</param>
/// <param name="Step">What.</param>
/// <param name="Note">What they write, at most <see cref="WorkHandling.LongestNote"/> characters; <see cref="WorkStep.Note"/> needs one.</param>
public sealed record HandleWorkRequest(Desk Desk, WorkKey Key, int Seen, WorkStep Step, string? Note = null);

/// <summary>What became of it.</summary>
public enum WorkOutcome
{
    Done = 1,

    /// <summary>The jobcentre has no such case.</summary>
    Unknown,

    /// <summary>Somebody has done something with it meanwhile: look again.</summary>
    MovedOn,

    /// <summary>The note is missing or too long.</summary>
    NoteMissingOrTooLong,

    /// <summary>The portal has found the same fault anew since, and that case is open.</summary>
    FoundAnew,
}

/// <summary>Takes a step with a case. It is kept for good, with who and when.</summary>
public sealed class HandleWork(WorklistReader worklist, IBookingWriter writer, WorklistWatch watch, TimeProvider clock)
{
    /// <exception cref="BookingStoreUnavailableException">The database did not take it.</exception>
    public async Task<WorkOutcome> ExecuteAsync(HandleWorkRequest request, CancellationToken cancellationToken)
    {
        var note = string.IsNullOrWhiteSpace(request.Note) ? null : PersonnummerMask.Apply(request.Note.Trim());
        if (note is { Length: > WorkHandling.LongestNote } || (note is null && request.Step == WorkStep.Note))
        {
            return WorkOutcome.NoteMissingOrTooLong;
        }

        if (await worklist.FindAsync(request.Desk, request.Key, cancellationToken) is not { Item: var item })
        {
            return WorkOutcome.Unknown;
        }

        if (item.Steps != request.Seen)
        {
            return WorkOutcome.MovedOn;
        }

        var handling = After(item, request, note);
        var refusal = await writer.ApplyAsync(new WritePlan(
        [
            new InsertWorkHandling(handling),
            .. item.Key.ReportId is { } report && item.IsHandled != handling.IsHandled
                ? [new SetReportHandled(report, handling.IsHandled ? handling.At : null)]
                : Array.Empty<Write>(),
        ]));
        watch.Touch(request.Desk.JobCentreCode);
        return refusal switch
        {
            null => WorkOutcome.Done,
            WriteRefusal.Stale => WorkOutcome.FoundAnew,
            _ => WorkOutcome.MovedOn,
        };
    }

    private WorkHandling After(WorkItem item, HandleWorkRequest request, string? note) => new()
    {
        ReportId = item.Key.ReportId,
        ReceiptId = item.Key.ReceiptId,
        Number = item.Steps + 1,
        At = clock.GetUtcNow(),
        CaseWorkerId = request.Desk.CaseWorkerId,
        Step = request.Step,
        TakenBy = request.Step switch
        {
            WorkStep.Take => request.Desk.CaseWorkerId,
            WorkStep.LetGo => null,
            _ => item.TakenBy,
        },
        IsHandled = request.Step switch
        {
            WorkStep.Handle => true,
            WorkStep.Reopen => false,
            _ => item.IsHandled,
        },
        Note = note,
    };
}
