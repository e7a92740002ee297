using BorgerPortal.Domain.Scenarios.Reading;

namespace BorgerPortal.Domain.Scenarios.Checks;

/// <summary>Notes what is wrong with keys and references. One that could not be read has its fault already and is passed over.</summary>
internal sealed class ReferenceFaults(KnownKeys known, FaultList faults)
{
    public void Refuse(JsonPath path, string message) => faults.Add(path, message);

    /// <summary>Each row but the first of its key is one too many.</summary>
    /// <param name="seen">The keys of the rows before these.</param>
    public void RefuseTwice<TRow, TKey>(IEnumerable<TRow> rows, HashSet<TKey> seen, Func<TRow, TKey> keyOf, Func<TRow, JsonPath> pathOf)
    {
        foreach (var row in rows.Where(row => IsRead(keyOf(row)) && !seen.Add(keyOf(row))))
        {
            Refuse(pathOf(row), "A row before this one has the same key.");
        }
    }

    public void NeedJobCentre(JsonPath row, string code)
    {
        if (IsRead(code) && !known.HasJobCentre(code))
        {
            Refuse(row.Member("jobcenter"), "No such jobcentre.");
        }
    }

    /// <summary>Caseworkers named in a list: all known, and each once.</summary>
    /// <param name="jobCentreCode">The jobcentre that they must be of; nothing is said where it is not known itself.</param>
    public void NeedCaseWorkers(JsonPath row, string? jobCentreCode, IReadOnlyList<string> identifiers)
    {
        var list = row.Member("sagsbehandlere");
        RefuseTwice(identifiers.Index(), [], item => item.Item, item => list.Item(item.Index));
        foreach (var (index, identifier) in identifiers.Index())
        {
            NeedCaseWorker(list.Item(index), jobCentreCode, identifier);
        }
    }

    public void NeedCaseWorker(JsonPath path, string? jobCentreCode, string identifier)
    {
        if (IsRead(jobCentreCode) && IsRead(identifier) && !known.HasCaseWorker(jobCentreCode!, identifier))
        {
            Refuse(path, $"Jobcentre {jobCentreCode} has no such caseworker.");
        }
    }

    public void NeedCitizen(JsonPath path, Citizens.Personnummer personnummer)
    {
        if (IsRead(personnummer) && !known.HasCitizen(personnummer))
        {
            Refuse(path, "No such citizen.");
        }
    }

    /// <summary>The offer's jobcentre; null, and a fault, where there is no such offer.</summary>
    public string? NeedOption(JsonPath row, Guid optionId)
    {
        var jobCentreCode = known.JobCentreOfOption(optionId);
        if (IsRead(optionId) && jobCentreCode is null)
        {
            Refuse(row.Member("moedetilbudId"), "No such offer.");
        }

        return jobCentreCode;
    }

    private static bool IsRead<T>(T key) => !EqualityComparer<T>.Default.Equals(key, default) && key is not "";
}
