using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Scenarios.Reading;

namespace BorgerPortal.Domain.Scenarios.Loading;

/// <summary>A piece of a caseworker's time that a row of the file takes.</summary>
/// <param name="Path">Where the row says so.</param>
internal sealed record TimeClaim(JsonPath Path, CaseWorker CaseWorker, DateTimeOffset Start, DateTimeOffset End, Guid Session);
