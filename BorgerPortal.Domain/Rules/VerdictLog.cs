namespace BorgerPortal.Domain.Rules;

/// <summary>How each rule was judged while an operation decided.</summary>
public sealed class VerdictLog
{
    private readonly Dictionary<object, Verdict> _verdicts = new(ReferenceEqualityComparer.Instance);

    /// <summary>How many rules were judged.</summary>
    public int Count => _verdicts.Count;

    /// <summary>The verdict on a rule; not judged where the decision did not come so far.</summary>
    public Verdict Of<TFacts>(Rule<TFacts> rule) => _verdicts.GetValueOrDefault(rule, Verdict.NotJudged);

    internal void Note<TFacts>(Rule<TFacts> rule, Verdict verdict) => _verdicts[rule] = verdict;
}
