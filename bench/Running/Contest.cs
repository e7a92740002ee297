namespace BorgerPortal.Bench.Running;

/// <summary>One program of a contest: what it is called, and one call with a number that no other call has.</summary>
internal sealed record Contestant(string Name, Func<int, Task> CallAsync)
{
    /// <summary>How much of the processors the program has used: this process's, or that of the process it runs as.</summary>
    public Func<TimeSpan> ProcessorTime { get; init; } = () => Environment.CpuUsage.TotalTime;
}

/// <summary>A contestant's rounds, in order.</summary>
internal sealed record Score(Contestant Contestant, IReadOnlyList<Measurement> Rounds)
{
    public Measurement Median => new(
        Rounds.Select(round => round.PerSecond).Middle(),
        Rounds.Select(round => round.Median).Middle(),
        Rounds.Select(round => round.P99).Middle(),
        Rounds.Select(round => round.Processor).Middle());

    /// <summary>
    /// The rate over another's: the median over the rounds, each taken with the other's of the same age, so that what
    /// else the machine does falls on both.
    /// </summary>
    public double Over(Score other) => Rounds.Zip(other.Rounds, (own, its) => own.PerSecond / its.PerSecond).Middle();

    /// <summary>The other's processor time over this one's, likewise: as a ratio of rates, the higher the better.</summary>
    public double ProcessorOver(Score other) => Rounds.Zip(other.Rounds, (own, its) => its.Processor / own.Processor).Middle();
}

/// <summary>
/// Runs contestants in turns, A B, B A, A B, so that what is compared is of equal age, and that what one leaves behind for the
/// next (a log to be emptied, a page to be flushed) is left to each in turn.
/// </summary>
/// <param name="rounds">Rounds that count.</param>
/// <param name="calls">Calls in each round.</param>
internal sealed class Contest(int rounds, int calls)
{
    /// <summary>The first round of each contestant warms it up and does not count.</summary>
    private const int WarmUpRounds = 1;

    private readonly int _rounds = Size.Rounds(rounds);
    private readonly int _calls = Size.Calls(calls);

    /// <summary>How many calls a contestant gets altogether, numbered from 0.</summary>
    public int CallsEach => (WarmUpRounds + _rounds) * _calls;

    public async Task<IReadOnlyList<Score>> RunAsync(Callers callers, params Contestant[] contestants)
    {
        var scores = contestants.Select(_ => new List<Measurement>()).ToList();
        for (var round = 0; round < WarmUpRounds + _rounds; round++)
        {
            var order = Enumerable.Range(0, contestants.Length);
            foreach (var contestant in round % 2 == 0 ? order : order.Reverse())
            {
                scores[contestant].Add(await callers.MeasureAsync(contestants[contestant], round * _calls, _calls));
            }
        }

        return [.. contestants.Zip(scores, (contestant, all) => new Score(contestant, [.. all.Skip(WarmUpRounds)]))];
    }
}
