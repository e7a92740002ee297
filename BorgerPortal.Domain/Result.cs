namespace BorgerPortal.Domain;

/// <summary>
/// One broken rule or field. Values that somebody sent are never repeated in it.
/// </summary>
/// <param name="Code">The line of the error table.</param>
/// <param name="Field">The wire name of the field that is wrong, where there is one.</param>
/// <param name="Reason">Which of several reasons for one code it is, where there are several; a name that a text belongs to.</param>
public sealed record Error(ErrorCode Code, string? Field = null, string? Reason = null)
{
    public static implicit operator Error(ErrorCode code) => new(code);
}

/// <summary>
/// What an operation answers: a value, or every error that was found, the leading one first.
/// An expected failure is returned and never thrown; exceptions are for bugs and outages.
/// </summary>
/// <typeparam name="T">The operation's own result.</typeparam>
public sealed class Result<T>
    where T : notnull
{
    private readonly T? _value;

    private Result(T? value, IReadOnlyList<Error> errors) => (_value, Errors) = (value, errors);

    /// <summary>All errors in the order in which the operation judges them; empty on success.</summary>
    public IReadOnlyList<Error> Errors { get; }

    public bool IsError => Errors.Count > 0;

    /// <summary>The error that leads: its code is the operation's answer. Null on success.</summary>
    public Error? Leading => IsError ? Errors[0] : null;

    /// <summary>The value of a success; asking a failure for it is a bug and throws.</summary>
    public T Value => IsError ? throw new InvalidOperationException($"The result is error {Errors[0].Code}.") : _value!;

    public static implicit operator Result<T>(T value) => new(value, []);

    public static implicit operator Result<T>(ErrorCode code) => new(default, [code]);

    public static implicit operator Result<T>(Error error) => new(default, [error]);

    /// <summary>A success; needed by name only where the value is known by an interface.</summary>
    public static Result<T> Of(T value) => new(value, []);

    /// <summary>A failure of one or more errors, the leading one first.</summary>
    public static Result<T> Failed(IReadOnlyList<Error> errors) =>
        errors.Count > 0 ? new(default, errors) : throw new ArgumentException("A failure names at least one error.", nameof(errors));
}
