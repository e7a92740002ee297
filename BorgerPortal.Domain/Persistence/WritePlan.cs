namespace BorgerPortal.Domain.Persistence;

/// <summary>
/// What an operation has decided: the rows to write and the versions to check again. All of it is written in one
/// commit, or nothing.
/// </summary>
/// <param name="Writes">In the order in which they are carried out; checks of versions first.</param>
public sealed record WritePlan(IReadOnlyList<Write> Writes);
