using System.Diagnostics.CodeAnalysis;
using BorgerPortal.Domain.Scenarios.Reading;

namespace BorgerPortal.Domain.Scenarios;

/// <summary>What an import did: all of the file, or nothing and the faults that were found.</summary>
/// <param name="Counts">How many rows the file held; null where it was refused.</param>
/// <param name="Faults">Empty where it was loaded.</param>
public sealed record ImportOutcome(ImportCounts? Counts, IReadOnlyList<ImportFault> Faults)
{
    [MemberNotNullWhen(true, nameof(Counts))]
    public bool IsLoaded => Counts is not null;

    /// <summary>The first thousand are told; the last says that there are more.</summary>
    public bool HasMoreFaults => Faults.Count > FaultList.Most;
}

/// <summary>Rows of a file by collection.</summary>
public sealed record ImportCounts(int JobCentres, int CaseWorkers, int Citizens, int Options, int Timeslots, int Bookings);

/// <summary>One fault of a file.</summary>
/// <param name="Path">Where it stands, such as `$.borgere[3].personnummer`.</param>
/// <param name="Message">What is wrong with it, without what stood there: it may be a personnummer.</param>
public sealed record ImportFault(string Path, string Message)
{
    public override string ToString() => $"{Path}: {Message}";
}
