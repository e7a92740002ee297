namespace BorgerPortal.Domain.Rules;

/// <summary>How a rule was judged.</summary>
public enum Judgement
{
    Passed,
    Broken,

    /// <summary>What it would read is missing.</summary>
    NotJudged,
}

/// <summary>A judgement with the values that decided it, for whoever asks why. Values never leave the caseworkers' pages.</summary>
public sealed record Verdict(Judgement Judgement, IReadOnlyDictionary<string, object?> Because)
{
    private static readonly IReadOnlyDictionary<string, object?> Nothing = new Dictionary<string, object?>();

    public static readonly Verdict NotJudged = new(Judgement.NotJudged, Nothing);

    /// <param name="broken">Whether the rule is broken.</param>
    /// <param name="because">The values that decided, by name.</param>
    public static Verdict BrokenIf(bool broken, params (string Name, object? Value)[] because) => new(
        broken ? Judgement.Broken : Judgement.Passed,
        because.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal));
}

/// <summary>One rule: its code, and a pure function of the facts.</summary>
/// <typeparam name="TFacts">All that the rules of its list may read.</typeparam>
public sealed record Rule<TFacts>(ErrorCode Code, Func<TFacts, Verdict> Judge)
{
    /// <summary>The wire name of the field that is wrong, where one is.</summary>
    public string? Field { get; init; }

    /// <summary>Which of several reasons for one code the rule is about.</summary>
    public string? Reason { get; init; }
}

/// <summary>A list of rules in the order in which their codes are returned.</summary>
public static class RuleList
{
    /// <summary>Judges all rules and returns the broken ones in their order.</summary>
    public static IReadOnlyList<Error> Broken<TFacts>(this IEnumerable<Rule<TFacts>> rules, TFacts facts) =>
        [.. rules.Where(rule => rule.Judge(facts).Judgement == Judgement.Broken).Select(rule => new Error(rule.Code, rule.Field, rule.Reason))];
}
