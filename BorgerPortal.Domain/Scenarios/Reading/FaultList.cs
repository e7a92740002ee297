namespace BorgerPortal.Domain.Scenarios.Reading;

/// <summary>The faults of a file, in the order in which they were found; of very many, the first.</summary>
internal sealed class FaultList
{
    public const int Most = 1000;

    private readonly List<ImportFault> _faults = [];

    public bool IsEmpty => Found == 0;

    /// <summary>How many were found, also where they are too many to be told.</summary>
    public int Found { get; private set; }

    public void Add(JsonPath path, string message)
    {
        Found++;
        if (_faults.Count < Most)
        {
            _faults.Add(new ImportFault(path.ToString(), message));
        }
        else if (_faults.Count == Most)
        {
            _faults.Add(new ImportFault(JsonPath.Root.ToString(), $"There are more faults than these first {Most}."));
        }
    }

    public ImportOutcome ToOutcome() => new(null, _faults);
}
