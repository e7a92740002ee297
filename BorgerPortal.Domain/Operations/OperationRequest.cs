using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Requests;
using FluentValidation;

namespace BorgerPortal.Domain.Operations;

/// <summary>What every operation is asked about.</summary>
/// <param name="Citizen">Whom the request is about.</param>
public abstract record OperationRequest(CitizenReference Citizen)
{
    /// <summary>Wire names of fields that the caller's binding could not read at all; each is a 1014 of its own.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];

    /// <summary>Who looks, for the audit log of what is only read; the citizen, on the portal's own pages, where nobody says.</summary>
    public Caller Asker { get; init; } = Caller.Citizen;
}

/// <summary>The shape that every request must have. Fields go by their wire names; values are never repeated.</summary>
public abstract class OperationRequestValidator<T> : AbstractValidator<T>
    where T : OperationRequest
{
    protected OperationRequestValidator()
    {
        RuleFor(request => request.Citizen.IsWellFormed).Equal(true).OverridePropertyName("personnummer");
        RuleFor(request => request.Unreadable).Custom((fields, context) =>
        {
            foreach (var field in fields)
            {
                context.AddFailure(field, "unreadable");
            }
        });
    }

    /// <summary>Every broken field as a 1014, each once, in the order in which they are looked at.</summary>
    public IReadOnlyList<Error> Check(T request) =>
        [.. Validate(request).Errors.Select(failure => failure.PropertyName).Distinct().Select(field => new Error(Errors.InvalidMessage, field))];
}
