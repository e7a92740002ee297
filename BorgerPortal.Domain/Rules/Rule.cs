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
public sealed class Verdict
{
    public static readonly Verdict NotJudged = new(Judgement.NotJudged, []);

    private readonly (string Name, object? Value)[] _because;

    private Verdict(Judgement judgement, (string Name, object? Value)[] because) => (Judgement, _because) = (judgement, because);

    public Judgement Judgement { get; }

    public bool IsBroken => Judgement == Judgement.Broken;

    /// <summary>The values that decided, by name, in the order in which they are told.</summary>
    public IReadOnlyList<(string Name, object? Value)> Because => _because;

    /// <param name="broken">Whether the rule is broken.</param>
    /// <param name="because">The values that decided, by name.</param>
    public static Verdict BrokenIf(bool broken, params (string Name, object? Value)[] because) =>
        new(broken ? Judgement.Broken : Judgement.Passed, because);
}

/// <summary>One rule: its code, and a pure function of the facts.</summary>
/// <typeparam name="TFacts">All that the rules of its list may read.</typeparam>
public sealed record Rule<TFacts>(ErrorCode Code, Func<TFacts, Verdict> Judge)
{
    /// <summary>The wire name of the field that is wrong, where one is.</summary>
    public string? Field { get; init; }

    /// <summary>Which of several reasons for one code the rule is about.</summary>
    public string? Reason { get; init; }

    /// <summary>Which of several rules with one code it is, for a caseworker who asks why; callers are never told.</summary>
    public string? Aspect { get; init; }
}

/// <summary>A list of rules in the order in which their codes are returned.</summary>
public static class RuleList
{
    /// <summary>Judges all rules and returns the broken ones in their order.</summary>
    /// <param name="rules">The list.</param>
    /// <param name="facts">What they read.</param>
    /// <param name="log">Where each verdict is noted, if anybody asks.</param>
    public static IReadOnlyList<Error> Broken<TFacts>(this IEnumerable<Rule<TFacts>> rules, TFacts facts, VerdictLog? log = null) =>
        [.. rules.Where(rule => Judge(rule, facts, log).IsBroken).Select(rule => new Error(rule.Code, rule.Field, rule.Reason))];

    /// <summary>Judges a list of gates up to the first that is broken, which it returns; null where all are open.</summary>
    /// <inheritdoc cref="Broken{TFacts}(IEnumerable{Rule{TFacts}}, TFacts, VerdictLog?)"/>
    public static Rule<TFacts>? FirstBroken<TFacts>(this IEnumerable<Rule<TFacts>> rules, TFacts facts, VerdictLog? log = null) =>
        rules.FirstOrDefault(rule => Judge(rule, facts, log).IsBroken);

    private static Verdict Judge<TFacts>(Rule<TFacts> rule, TFacts facts, VerdictLog? log)
    {
        var verdict = rule.Judge(facts);
        log?.Note(rule, verdict);
        return verdict;
    }
}
