using System.Collections.Frozen;

namespace BorgerPortal.Domain.Operations;

/// <summary>Which codes an operation may answer: its row of the matrix (docs/errors.json).</summary>
public static class OperationRows
{
    public static readonly FrozenDictionary<string, FrozenSet<int>> All = new Dictionary<string, FrozenSet<int>>
    {
        [OperationNames.GetCitizenStatus] = Row(1014, 1010),
        [OperationNames.GetSelfbookInterviewOptions] = Row(1014, 4769, 9018, 8111, 9303, 9329),
        [OperationNames.GetSelfbookTimeslots] = Row(1014, 4769, 9018, 4770, 8107, 8111, 9303),
        [OperationNames.CreateBooking] = Row(
            1014, 4405, 4708, 4709, 4769, 4783, 4792, 4804, 4805, 4819, 4822, 8108, 8109, 8111, 8126, 8127, 8128, 8129, 8130, 8131,
            8132, 8133, 8134, 8135, 8136, 8270, 8273, 8288, 9003, 9018, 9121, 9220, 9303, 9329),
        [OperationNames.RescheduleBooking] = Row(
            1014, 4400, 4405, 4708, 4709, 4767, 4768, 4769, 4783, 4792, 4822, 8107, 8126, 8127, 8128, 8129, 8130, 8131, 8132, 8133,
            8134, 8135, 8136, 8270, 8288, 9018, 9121, 9130, 9303, 9329),
        [OperationNames.CancelBooking] = Row(1014, 4650, 4768, 4769, 4820, 8107, 9018, 9130, 9303),
        [OperationNames.AcceptBooking] = Row(1014, 4400, 4768, 4769, 8107, 9018, 9303),
        [OperationNames.GetRescheduleCaseWorkers] = Row(1014, 4400, 4768, 4769, 4770, 4783, 8107, 9018, 9303, 9329),
        [OperationNames.GetRescheduleTimeslots] = Row(1014, 4400, 4768, 4769, 4770, 4783, 4812, 9018, 9303, 9329),
        [OperationNames.GetImmediateBookingTimeslots] = Row(1014, 4400, 4769, 4770, 8107, 8111, 9303, 9329),
        [OperationNames.CreateErrorReport] = Row(1014, 8111, 99201, 99202, 99203, 99204),
        [OperationNames.GetBookings] = Row(1014, 8111),
        [OperationNames.GetBooking] = Row(1014, 8111, 4768, 8107),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// What an operation makes of a planner's refusal: a code of its own row is passed on, any other is 9303, the fault
    /// that nobody explained.
    /// </summary>
    public static IReadOnlyList<Error> Own(string operation, IReadOnlyList<Error> refusal) =>
        [.. refusal.Select(error => Rename(operation, error)).Select(error => All[operation].Contains(error.Code.Number) ? error : new Error(Errors.BookingSystemFault)).Distinct()];

    /// <summary>A planner moves a booking as it makes one, and refuses with the codes of that: the new time is taken, the caseworker is not found.</summary>
    private static Error Rename(string operation, Error error) => (operation, error.Code.Number) switch
    {
        (OperationNames.RescheduleBooking, 4819 or 8109) => new Error(Errors.BookingAlreadyTaken),
        (OperationNames.RescheduleBooking, 9003) => new Error(Errors.UnknownCaseWorker),
        _ => error,
    };

    /// <summary>What an operation is about to answer, which is a bug where a code of it is not of the operation's row.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public static IReadOnlyList<Error> Hold(string operation, IReadOnlyList<Error> errors) =>
        errors.FirstOrDefault(error => !All[operation].Contains(error.Code.Number)) is { } stray
            ? throw new InvalidOperationException($"{operation} answers {stray.Code}, which is not of its row.")
            : errors;

    /// <inheritdoc cref="Hold(string, IReadOnlyList{Error})"/>
    public static Result<T> Hold<T>(string operation, Result<T> result)
        where T : notnull
    {
        Hold(operation, result.Errors);
        return result;
    }

    private static FrozenSet<int> Row(params int[] codes) => codes.ToFrozenSet();
}
