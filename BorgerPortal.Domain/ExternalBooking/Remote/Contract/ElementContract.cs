using System.Linq.Expressions;
using BorgerPortal.Domain.ExternalBooking.Remote.Answers;
using FluentValidation;

namespace BorgerPortal.Domain.ExternalBooking.Remote.Contract;

/// <summary>
/// The facets of one part of an answer. What is broken is told by the elements' wire names; no value is repeated.
/// Membership of a code list is no part of the contract: that is for the rules.
/// </summary>
internal abstract class ElementContract<T> : AbstractValidator<T>
    where T : PlannerElement
{
    protected ElementContract() => RuleFor(element => element).Custom((element, context) =>
    {
        foreach (var name in element.Unreadable)
        {
            context.AddFailure(name, "Not of its type.");
        }
    });

    /// <summary>The broken elements, each once; none where the contract is kept.</summary>
    public IReadOnlyList<string> Broken(T element) =>
        [.. Validate(element).Errors.Select(failure => failure.PropertyName).Distinct(StringComparer.Ordinal)];

    protected void Required<TValue>(Expression<Func<T, TValue?>> element, string name) =>
        RuleFor(element).NotNull().OverridePropertyName(name);

    protected void RequiredText(Expression<Func<T, string?>> element, string name, int min, int max) =>
        RuleFor(element).NotNull().Length(min, max).OverridePropertyName(name);

    protected void Text(Expression<Func<T, string?>> element, string name, int min, int max) =>
        RuleFor(element).Length(min, max).OverridePropertyName(name);

    protected void Where<TValue>(Expression<Func<T, TValue?>> element, string name, Func<TValue, bool> holds) =>
        RuleFor(element).Must(value => value is null || holds(value)).OverridePropertyName(name);

    /// <summary>At least one, and each a number.</summary>
    protected void Numbers(Expression<Func<T, IReadOnlyList<int>?>> element, string name) =>
        RuleFor(element).NotEmpty().OverridePropertyName(name);
}
