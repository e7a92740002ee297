namespace BorgerPortal.Domain.Scenarios;

/// <summary>How far an import or an export has come.</summary>
/// <param name="Collection">The collection that it is at, by its name in the file.</param>
/// <param name="Rows">Rows of that collection so far.</param>
public readonly record struct ScenarioProgress(string Collection, int Rows);
